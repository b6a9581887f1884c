import Vocabulary

/// Reads the files of a catalogue and resolves their references.
///
/// Every fault is found in one pass, each with its file and line. A catalogue is returned even with faults in it where one can
/// be made, so that `gnlc catalogue list` works on a draft; a run wants one without.
public enum CatalogueLoader {
  /// A catalogue, or every reason why there is none.
  public struct Outcome: Sendable {
    /// nil where the method or the rules are missing.
    public var catalogue: Catalogue?
    /// Sorted by file and line.
    public var faults: [CatalogueFault]
  }

  /// - Parameter files: The YAML files below `Indicators/`, and those of a programme's own `catalogue/` folder. What a file
  ///   holds follows from its place: `codes.yaml`, `variables/…`, `indicators/…`, `frameworks/…`, `rules.yaml`,
  ///   `method.yaml`, `texts/findings.yaml`, other `texts/…`.
  public static func load(_ files: [CatalogueFile]) -> Outcome {
    let log = FaultLog()
    var drafts = Drafts()
    let files = files.sorted { $0.path < $1.path }
    let composed = files.concurrentMap { YAMLValue.composed($0.text) }
    for (file, composed) in zip(files, composed) {
      guard let role = FileRole(path: file.path) else {
        log.file = file.path
        log.report("nothing is known of a file by this name in this place", line: 1)
        continue
      }
      guard let root = YAMLValue.root(of: composed, file, into: log) else { continue }
      switch role {
      case .codes: drafts.readCodes(root)
      case .variables: drafts.readVariables(root)
      case .indicators: drafts.readIndicators(root)
      case .frameworks: drafts.readFramework(root)
      case .rules: drafts.readRules(root)
      case .method: drafts.readMethod(root)
      case .findings: drafts.readFindings(root)
      case .texts: drafts.readReports(root)
      }
    }
    let catalogue = Resolver(drafts: drafts, log: log).catalogue()
    return Outcome(catalogue: catalogue, faults: Set(log.faults).sorted())
  }
}
