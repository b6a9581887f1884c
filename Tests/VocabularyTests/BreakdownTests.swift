import Testing
import Vocabulary

@Suite struct BreakdownTests {
  let female = Breakdown([.init(dimension: "sex", code: "F")])
  let young = Breakdown([.init(dimension: "sex", code: "F"), .init(dimension: "age", code: "Y15T24")])

  @Test func partsAreSortedAndPrinted() {
    #expect(young.description == "age=Y15T24;sex=F")
    #expect(Breakdown.total.description == "")
    #expect(young["sex"] == "F")
    #expect(young["zone"] == nil)
  }

  @Test func settingChangesOnePart() {
    #expect(young.setting("age", to: nil) == female)
    #expect(female.setting("age", to: "Y15T24") == young)
    #expect(female.setting("sex", to: nil).isTotal)
  }

  @Test func idsCompareAsBreakdownsDo() {
    let table = BreakdownTable([young, female])
    #expect(table.id(of: .total) == .total)
    #expect(table.breakdowns == table.breakdowns.sorted())
    #expect(table.id(of: female).map { table[$0] } == female)
  }
}

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("litrate", "literate"), ("literaet", "literate"), ("LITERATE", "literate"), ("poulation", "population"),
  ])
  func slipsAreFound(_ slip: String, _ name: String) {
    #expect(slip.nearest(in: ["population", "literate", "voters"]) == name)
  }

  @Test func farNamesAreNot() {
    #expect("xyz".nearest(in: ["population", "literate"]) == nil)
  }
}
