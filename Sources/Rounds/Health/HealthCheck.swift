import Catalogue
import Foundation
import Spreadsheets
import Vocabulary

/// Whether this machine and this workspace are fit for a run: what `gnlc doctor` tells, and a scheduler asks long before the date.
public struct HealthCheck: Encodable, Sendable {
  /// Whether something stops a run, may harm it, or is well.
  public enum State: String, Encodable, Sendable { case ok, warning, error }

  /// One thing that was looked at, with what to do where it is not well.
  public struct Item: Encodable, Sendable {
    public var subject: String
    public var state: State
    public var detail: String
    /// What to do; empty where all is well.
    public var cure: String
  }

  public private(set) var items: [Item] = []

  public var worst: State {
    items.contains { $0.state == .error } ? .error : items.contains { $0.state == .warning } ? .warning : .ok
  }

  /// - Parameter isQuick: Without the demonstration round.
  public init(_ workspace: Workspace, isQuick: Bool) {
    checkProgram()
    checkProcess()
    checkCatalogue(workspace)
    if workspace.hasInputs {
      checkProgrammes(workspace)
      checkFolder("Reports", at: workspace.absolute("Reports"), wanted: 1_000_000_000)
    } else {
      add(
        "workspace", .warning, "none; the catalogue of \(workspace.root) serves check, demo and the like",
        cure: "go into a workspace or name one with --workspace to have it looked at")
    }
    checkFolder("temporary files", at: NSTemporaryDirectory(), wanted: 250_000_000)
    if !isQuick { add(DemonstrationRound(workspace).item()) }
  }

  private mutating func add(_ item: Item) { items.append(item) }

  private mutating func add(_ subject: String, _ detail: String) { add(subject, .ok, detail) }

  private mutating func add(_ subject: String, _ state: State, _ detail: String, cure: String = "") {
    items.append(Item(subject: subject, state: state, detail: detail, cure: cure))
  }

  // MARK: Machine

  private mutating func checkProgram() {
    let libraries = Libraries.versions.map { "\($0.name) \($0.version)" }
    add("program", "gnlc \(programVersion), \(libraries.joined(separator: ", "))")
  }

  private mutating func checkProcess() {
    let environment = ProcessInfo.processInfo.environment
    let locale = environment["LC_ALL"] ?? environment["LANG"] ?? "none"
    add("locale and time zone", "\(locale), \(environment["TZ"] ?? "the system's"): no output depends on them")
    let mask = umask(0)
    umask(mask)
    let digits = String(mask, radix: 8)
    let text = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    let isOpen = mask & 0o007 != 0o007
    add(
      "umask", isOpen ? .warning : .ok, text,
      cure: isOpen ? "set umask 027 in the crontab or the service, so that reports are not for everybody's eyes" : "")
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
      let isLow = limit.rlim_cur < 256
      add(
        "open files", isLow ? .warning : .ok, "up to \(limit.rlim_cur)", cure: isLow ? "raise it: ulimit -n 1024" : "")
    }
  }

  private mutating func checkFolder(_ subject: String, at path: String, wanted: UInt64) {
    let probe = "\(path)/.gnlc-\(getpid())"
    let descriptor = open(probe, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      return add(
        subject, .error, "\(path) cannot be written: \(String(cString: strerror(errno)))",
        cure: "make the folder, and give this user the right to write there")
    }
    close(descriptor)
    unlink(probe)
    guard let free = FreeSpace.free(at: path) else { return add(subject, path) }
    let isLow = free < wanted
    add(
      subject, isLow ? .warning : .ok, "\(path) can be written, \(Readable.size(Int(clamping: free))) free",
      cure: isLow ? "make room: a round of 400 cities takes some 300 MB while it is written; see gnlc prune" : "")
  }

  // MARK: Workspace

  private mutating func checkCatalogue(_ workspace: Workspace) {
    do throws(RoundsError) {
      let files = try workspace.catalogueFiles()
      let outcome = CatalogueLoader.load(files)
      guard let catalogue = outcome.catalogue, outcome.faults.isEmpty else {
        return add("catalogue", .error, "\(outcome.faults.count) faults", cure: "gnlc catalogue check names them")
      }
      if let missing = catalogue.texts.whatIsMissing {
        return add("catalogue", .error, missing, cure: Texts.cureOfMissing)
      }
      add(
        "catalogue",
        "\(files.count) files, \(catalogue.indicators.count) indicators, method \(catalogue.method.id) \(catalogue.method.version)"
      )
    } catch {
      add("catalogue", .error, error.message, cure: error.cure)
    }
  }

  private mutating func checkProgrammes(_ workspace: Workspace) {
    let links = workspace.links
    if !links.isEmpty {
      let more = links.count > 3 ? ", … (\(links.count))" : ""
      add(
        "links", .warning, links.prefix(3).joined(separator: ", ") + more,
        cure: "nothing inside Inputs is read through a symbolic link: put the files themselves there")
    }
    if workspace.programmes.isEmpty {
      add("programmes", .warning, "there is none", cure: "make Inputs/<programme> with programme.yaml and cities.csv")
    }
    for programme in workspace.programmes {
      do throws(RoundsError) {
        var states: [String] = []
        for round in try workspace.rounds(of: programme) {
          let name = RoundName(programme: programme, round: round)
          let setting = try RoundSetting(name, in: workspace)
          states.append("\(round) \(setting.round.state.rawValue)")
          _ = try setting.frameworkPosition()
        }
        add("programme \(programme)", states.isEmpty ? "no round yet" : states.joined(separator: ", "))
        let warehouse = ProgrammeWarehouse(workspace: workspace, programme: programme)
        if let problem = try warehouse.quickProblem() {
          add(
            "warehouse of \(programme)", .warning, problem,
            cure: "the next run makes \(warehouse.path) anew; so does gnlc warehouse rebuild \(programme)")
        }
      } catch {
        add("programme \(programme)", .error, error.message, cure: error.cure)
      }
      let log = AuditLog(workspace.absolute("Reports/\(programme)"))
      if let found = log.breaks.first {
        add(
          "log of \(programme)", .error, "line \(found.line) \(found.problem)",
          cure: "compare Reports/\(programme)/\(AuditLog.name) with a backup; gnlc verify tells more")
      }
    }
  }
}
