import Warehouse

extension Manifest {
  /// The release as a row of the warehouse.
  /// - Parameter sha256: Of the manifest itself.
  func facts(sha256: String) -> PublishedRelease.Row {
    let counts = [
      "cities_expected": cities.expected, "cities_reporting": cities.reporting, "refused_files": refusedFiles,
      "read": reconciliation.read, "observations": reconciliation.observations, "blanks": reconciliation.blanks,
      "excluded": reconciliation.excluded, "rejected": reconciliation.rejected,
      "suppressed": reconciliation.suppressed, "errors": findings.errors, "warnings": findings.warnings,
      "infos": findings.infos,
    ].mapValues(String.init)
    return counts.merging([
      "run_id": run, "run_date": date, "version": version, "manifest_sha256": sha256, "inputs_sha256": inputsSHA256,
      "catalogue_sha256": catalogueSHA256, "previous_run": previous?.run ?? "",
    ]) { $1 }
  }
}

extension Manifest.Input {
  var row: PublishedRelease.Row {
    var row = ["path": path, "bytes": "\(bytes)", "sha256": sha256]
    guard let account else { return row }
    row["city"] = account.city
    row["mapping"] = account.mapping
    row["template"] = account.template
    row["outcome"] = account.outcome
    for (name, count) in [
      ("read", account.read), ("observations", account.observations), ("blanks", account.blanks),
      ("excluded", account.excluded), ("rejected", account.rejected),
    ] { row[name] = "\(count)" }
    return row
  }
}
