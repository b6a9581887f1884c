import Vocabulary

extension Drafts {
  mutating func readCodes(_ root: YAMLValue) {
    root.checkFormat()
    root.allowOnly(["format", "units", "dimensions", "lists"])
    for (id, value) in root.optional("units")?.entries ?? [] {
      if let unit = unit(id, value), isFirst("unit", id, value) { units.append(unit) }
    }
    for (id, value) in root.optional("dimensions")?.entries ?? [] {
      value.allowOnly(["label", "definition", "total", "open", "codes"])
      let isOpen = value.optional("open")?.boolean ?? false
      let dimension = Dimension(list: codeList(id, value), isOpen: isOpen)
      if isFirst("dimension", id, value) { dimensions.append(dimension) }
      if !isOpen, value.optional("codes") == nil { value.report("a dimension needs codes, or `open: true`") }
    }
    for (id, value) in root.optional("lists")?.entries ?? [] {
      value.allowOnly(["label", "definition", "codes"])
      let list = codeList(id, value)
      if isFirst("list", id, value) { lists.append(list) }
    }
  }

  /// Whether nothing of this kind bears the id yet, in this file or another; a fault where something does.
  private mutating func isFirst(_ kind: String, _ id: String, _ value: YAMLValue) -> Bool {
    let name = "\(kind) `\(id)`"
    if let first = codePlaces[name] {
      value.report("the \(name) is defined already at \(first.file):\(first.line)")
      return false
    }
    codePlaces[name] = value.place
    return true
  }

  private func codeList(_ id: String, _ value: YAMLValue) -> CodeList {
    let codes = (value.optional("codes")?.entries ?? []).map { code, entry in
      entry.allowOnly(["label", "definition"])
      entry.checkCode(code)
      return CodeList.Code(id: code, label: entry.text("label"), definition: entry.optionalText("definition"))
    }
    return CodeList(id: id, label: value.text("label"), codes: codes)
  }

  private func unit(_ id: String, _ value: YAMLValue) -> UnitOfMeasure? {
    value.checkCode(id)
    value.allowOnly(["label", "name", "kind", "decimals", "quantity", "ratio"])
    guard let kind: UnitOfMeasure.Kind = value.choice("kind") else { return nil }
    let decimals = value.required("decimals")?.integer ?? 0
    if !(0...6).contains(decimals) { value.report("decimals must be 0 to 6") }
    return UnitOfMeasure(
      id: id, label: value.text("label"), name: value.text("name"), kind: kind, decimals: decimals,
      quantity: value.optional("quantity")?.string, ratio: value.optional("ratio").flatMap(ratio))
  }

  private func ratio(_ value: YAMLValue) -> UnitOfMeasure.Ratio? {
    value.allowOnly(["numerator", "denominator", "factor"])
    func operand(_ key: String) -> UnitOfMeasure.Ratio.Operand? {
      switch value.required(key)?.string {
      case "any": .any
      case "same": .same
      case let quantity?: .quantity(quantity)
      case nil: nil
      }
    }
    guard let numerator = operand("numerator"), let denominator = operand("denominator"),
      let factor = value.required("factor")?.number
    else { return nil }
    return UnitOfMeasure.Ratio(numerator: numerator, denominator: denominator, factor: factor)
  }
}
