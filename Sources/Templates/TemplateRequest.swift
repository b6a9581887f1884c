import Catalogue
import Vocabulary

/// Everything that one city's workbook depends on. The same request gives the same workbook.
public struct TemplateRequest: Sendable {
  public var city: City
  public var programme: Programme
  public var round: Round
  public var catalogue: Catalogue
  public var prior: PriorValues
  public var language: TemplateLanguage
  /// The day of the run.
  public var date: CalendarDate
  /// Years to be filled in, ascending; usually the round's reference year alone.
  public var years: [Int]

  public init(
    city: City, programme: Programme, round: Round, catalogue: Catalogue, prior: PriorValues = PriorValues(),
    language: TemplateLanguage = .both, date: CalendarDate, years: [Int]? = nil
  ) {
    self.city = city
    self.programme = programme
    self.round = round
    self.catalogue = catalogue
    self.prior = prior
    self.language = language
    self.date = date
    self.years = (years ?? [round.referenceYear]).sorted()
  }
}
