/// The programme and round files of a synthetic workspace.
struct SyntheticTexts {
  let programme = """
    # yaml-language-server: $schema=../../Indicators/schema/programme.schema.json
    # A programme of fictional cities, made by `gnlc demo`. No figure is anybody's.
    format: 1
    id: demo
    title:
      en: Example Learning Cities Network
      th: เครือข่ายเมืองแห่งการเรียนรู้ตัวอย่าง
    organisation:
      en: Example Network Secretariat
      th: สำนักเลขาธิการเครือข่ายตัวอย่าง
    contact: indicators@network.example
    languages: [en, th]
    font: Arial
    synthetic: true
    licence:
      en: CC0 1.0 for the invented figures
      th: CC0 1.0 สำหรับตัวเลขที่สมมุติขึ้น
    notes:
      - en: All cities and figures of this programme are invented. They show how the reports look and say nothing about any real place.
        th: เมืองและตัวเลขทั้งหมดในโครงการนี้สมมุติขึ้นเพื่อแสดงรูปแบบรายงาน ไม่ได้บอกข้อเท็จจริงของสถานที่ใด

    """

  func round(_ referenceYear: Int, isOpen: Bool) -> String {
    """
    # yaml-language-server: $schema=../../../Indicators/schema/round.schema.json
    format: 1
    id: "\(referenceYear + 1)"
    title:
      en: Evaluation of learning cities, round \(referenceYear + 1)
      th: การประเมินเมืองแห่งการเรียนรู้ รอบ พ.ศ. \(referenceYear + 544)
    reference_period: \(referenceYear)
    comparison_period: \(referenceYear - 1)
    opens: \(referenceYear + 1)-07-01
    closes: \(referenceYear + 1)-09-30
    next_update: \(referenceYear + 2)-02-15
    state: \(isOpen ? "open" : "frozen")
    framework: key-features

    """
  }
}
