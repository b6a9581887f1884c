import CExpat
import CXlsxWriter
import CZip

/// The libraries that this process has loaded, with their versions.
public enum LoadedLibraries {
  public static var versions: [(name: String, version: String)] {
    let expat = XML_ExpatVersionInfo()
    return [
      ("libxlsxwriter", String(cString: lxw_version())),
      ("libzip", zip_libzip_version().map { String(cString: $0) } ?? ""),
      ("expat", "\(expat.major).\(expat.minor).\(expat.micro)"),
    ]
  }
}
