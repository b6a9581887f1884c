/// What a catalogue file holds, by its place below `Indicators/` or below a programme's `catalogue/`.
enum FileRole {
  case codes, variables, indicators, frameworks, rules, method, findings, texts

  init?(path: String) {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last, name.hasSuffix(".yaml") else { return nil }
    let folder = parts.dropLast().last ?? ""
    switch (folder, name) {
    case ("variables", _), (_, "variables.yaml"): self = .variables
    case ("indicators", _), (_, "indicators.yaml"): self = .indicators
    case ("frameworks", _): self = .frameworks
    case ("texts", "findings.yaml"): self = .findings
    case ("texts", _): self = .texts
    case (_, "codes.yaml"): self = .codes
    case (_, "rules.yaml"): self = .rules
    case (_, "method.yaml"): self = .method
    default: return nil
    }
  }
}
