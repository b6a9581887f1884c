import Catalogue
import Ingestion
import Vocabulary

/// Two decisions about figures of fictional cities, as an evaluation makes them: one figure is replaced, one gets another status.
struct SyntheticCorrections {
  let city: SyntheticCity
  /// The reference year of the round.
  let year: Int

  /// The first two counts of the year that nothing else is made of: sums stay as they are.
  func entries() -> [String] {
    let denominators = city.denominators
    let figures = city.figures.filter { figure in
      let definition = city.catalogue[figure.variable]
      return figure.year == year && figure.status == .normal && figure.breakdown.isEmpty
        && definition.dimensions.isEmpty && figure.value ?? 0 >= 40 && !denominators.contains(figure.variable)
        && city.catalogue.unit(of: figure.variable).kind == .count
    }
    return zip(figures.prefix(2), [Self.replaced, Self.flagged]).map { figure, text in
      let value = Int(figure.value ?? 0)
      return """
          - city: \(city.id)
            variable: \(city.catalogue[figure.variable].id)
            period: \(year)
            expect: \(value)
        \(text(value))
            date: \(year + 1)-10-05
        """
    }
  }

  private static func replaced(_ value: Int) -> String {
    """
        action: override
        value: \(value - value / 10)
        reason:
          en: One list was counted twice; counted again on a visit
          th: นับรายการซ้ำหนึ่งชุด นับใหม่เมื่อลงพื้นที่
        authority: {en: Example evaluation panel, th: คณะประเมินตัวอย่าง}
        reference: Visit report 7
    """
  }

  private static func flagged(_ value: Int) -> String {
    """
        action: flag
        status: E
        reason: {en: The register was incomplete and was extrapolated, th: ทะเบียนไม่ครบถ้วนจึงประมาณค่า}
        authority: {en: Example statistics office, th: สำนักงานสถิติตัวอย่าง}
        expires: 2099-12-31
    """
  }

  static func file(_ entries: [String]) -> String {
    """
    # yaml-language-server: $schema=../../../Indicators/schema/corrections.schema.json
    # Decisions about reported figures. Each names the figure as it was reported, who decided, and why.
    format: 1
    corrections:

    """ + entries.joined(separator: "\n") + "\n"
  }
}
