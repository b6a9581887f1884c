// Written by GenerateReference from Indicators/texts: `swift run GenerateReference` renews it.

/// The texts that came with the program.
enum RequiredTexts {
  /// Codes of findings and keys of labels.
  static let names = #"""
    C001 C003 C004 C005 C006 C008 C009 C010 C011 C012 C013 C014 C015 C016 C017 C018 C019 C020 C021 C022 C023 C024
    C025 C026 C027 C028 C029 C030 C031 C032 C033 C034 C035 C036 C037 C038 C039 C040 C041 C042 C043 C044 C045 C046
    C047 C048 C049 C050 C051 C052 C053 C054 C055 C056 C058 C059 C060 C061 C062 C063 F001 F002 F003 F004 F005 F006
    F007 F008 F009 F010 F011 F012 F013 F014 F015 F016 F017 F018 F019 F020 F021 F030 F031 F032 F033 F034 F035 F036
    F037 F040 F050 F051 F052 F060 F061 F062 F063 F064 F065 F066 F067 F068 F069 F070 F071 F072 F073 F090 N001 N002
    N003 N004 N005 N006 N007 N090 R001 R002 R004 R005 R006 R007 R008 R009 R010 R020 R021 R022 R023 R024 R025 R026
    R030 R031 R032 R033 R034 R035 R036 R037 R038 R039 R040 T001 T002 T003 T004 T005 T006 T007 T008 T009 T010 T011
    T012 T013 T014 T015 X001 X002 X003 X004 absence.base_equals_target absence.base_is_zero
    absence.fewer_than_two_points absence.no_data absence.no_direction absence.no_target
    absence.one_point_since_break absence.sign_change absence.target_is_zero absence.target_year_passed
    absence.too_few_peers absence.window_too_short agreement.level_only agreement.method agreement.none
    agreement.of agreement.reading agreement.subject agreement.title agreement.title.nothing agreement.widest
    areas.all_down areas.all_up areas.chart.all areas.chart.plain areas.chart.some areas.equal areas.mixed
    areas.one_down areas.one_up areas.proof areas.some_down areas.some_up areas.strongest card.all_measures
    card.answer.data card.answer.equity card.answer.figure card.answer.figure.change card.answer.figure.since
    card.answer.figures card.answer.hours card.answer.hours.part card.answer.in_place card.answer.mechanisms
    card.answer.member card.answer.monitoring card.answer.no_score card.answer.no_source card.answer.profile
    card.answer.reported card.answer.residents card.answer.residents.first card.answer.score
    card.answer.score.change card.answer.sdg4 card.answer.sentence card.answer.targets card.answer.targets.bad
    card.answer.targets.good card.before card.break card.characters card.chart card.chart.axis card.chart.nothing
    card.chart.text card.check.no card.check.unknown card.check.yes card.course card.course.all card.course.done
    card.course.none card.course.reported card.course.total card.distance card.equity.dispersion.none
    card.equity.districts card.equity.none card.equity.reading card.equity.subject card.equity.title.nothing
    card.figure.before card.figure.first card.figure.group card.figure.group.none card.figure.group.note
    card.figure.score card.figure.targets card.figure.targets.note card.foot card.footer card.gap
    card.headline.equal card.headline.fall card.headline.first card.headline.no_score card.headline.place1
    card.headline.place2 card.headline.place3 card.headline.rise card.last_year card.last_years card.limit.base
    card.limit.experts card.limit.imputed card.limit.revised card.limit.survey card.limit.year card.limits
    card.measure card.measures.evidence card.measures.foot card.measures.none card.measures.reading
    card.measures.subject card.measures.title card.measures.title.one card.mechanisms card.mechanisms.count
    card.mechanisms.own card.median card.middle card.named card.next card.next.course card.next.course.part
    card.next.errors card.next.errors.one card.next.errors.sources card.next.gap card.next.mechanisms
    card.next.men card.next.missing card.next.missing.one card.next.nothing card.next.pace card.next.reading
    card.next.subject card.next.title card.next.title.mechanisms card.next.title.part card.next.title.plain
    card.next.warnings card.next.warnings.one card.next.warnings.sources card.next.women card.now card.older
    card.pace card.pace.broken card.pace.fall.away card.pace.fall.enough card.pace.fall.slow card.pace.first
    card.pace.line card.pace.met card.pace.no_target card.pace.none card.pace.one_point card.pace.passed
    card.pace.rise.away card.pace.rise.enough card.pace.rise.slow card.percent card.points card.rating
    card.report.reading card.report.subject card.report.title card.sexes card.sexes.gap card.sexes.index
    card.sexes.none card.side.men_behind card.side.parity card.side.undecided card.side.women_behind card.similar
    card.similar.count card.similar.label card.sources card.steps card.strength card.strengths card.strengths.none
    card.subject card.table1.about card.table1.title card.table2.about card.table2.title card.table3.about
    card.table3.title card.table4.about card.table4.title card.table5.about card.table5.title card.table6.about
    card.table6.title card.table7.about card.table7.title card.table8.about card.table8.title card.table9.about
    card.table9.title card.title card.unit change change.foot change.foot.excerpt change.nothing change.reading
    change.since change.subject change.subject.many change.title change.title.nothing change_measure.percent
    change_measure.points change_measure.units change_outcome.better change_outcome.break_in_series
    change_outcome.first_value change_outcome.neutral change_outcome.no_base change_outcome.same
    change_outcome.worse chart.areas chart.areas.one chart.cities_axis chart.mean_axis chart.nothing chart.targets
    checks.code checks.column.breakdown checks.column.city checks.column.note checks.column.status
    checks.column.value checks.column.variable checks.column.year checks.earlier checks.failing checks.finds
    checks.fix checks.level.content checks.level.file checks.level.network checks.level.notation
    checks.level.round checks.level.time checks.note.explains_errors checks.note.explains_warnings checks.passing
    checks.percentage_points checks.rows checks.severity checks.severity.error checks.severity.info
    checks.severity.warning checks.title checks.what cities_reporting city code codes.about codes.title
    command.account command.city command.counts command.fix command.more command.no_year command.round
    command.whole_file command.year confidence.high confidence.low confidence.medium contents.change
    contents.codes contents.contents contents.corrections contents.cover contents.coverage_map contents.data
    contents.data_quality contents.deadline contents.equity contents.heat_map contents.kind
    contents.method_agreement contents.methods contents.no contents.notes contents.page contents.rank_groups
    contents.reading contents.revisions contents.score_change contents.sdg_4 contents.sheet contents.subject
    contents.summary contents.title contents.what contents.what_if correction.drop correction.flag
    correction.from_to correction.outcome.applied correction.outcome.expired correction.outcome.lapsed
    correction.outcome.no_effect correction.outcome.no_figure correction.outcome.source_mended correction.override
    correction.remark correction.scale corrections.action corrections.decided corrections.foot
    corrections.foot.excerpt corrections.no_value corrections.outcome corrections.reading corrections.reason
    corrections.reported corrections.round corrections.subject corrections.title corrections.title.some
    corrections.used count.met_or_on_track count.off_track_or_worsening course.moving_away course.on_course
    course.too_slow cover.cite cover.errors cover.errors.one cover.files cover.mean.equal cover.mean.fall
    cover.mean.no_score cover.mean.none cover.mean.rise cover.method cover.method.peers cover.not_received
    cover.part_held cover.scope cover.scope.targets cover.title cover.values coverage coverage_head
    coverage_map.all coverage_map.counts coverage_map.meeting coverage_map.parts coverage_map.reading
    coverage_map.reading.excerpt coverage_map.subject coverage_map.targets coverage_map.title
    coverage_map.title.nothing coverage_state.imputed coverage_state.late coverage_state.missing
    coverage_state.not_applicable coverage_state.reported coverage_state.suppressed csv.acceleration csv.action
    csv.actual_pace csv.age csv.age_years csv.annual_absolute csv.annual_percent csv.as_of csv.attainment
    csv.attainment_geometric csv.authority_en csv.authority_th csv.base csv.base_choice csv.base_value
    csv.base_year csv.benchmark csv.benchmark_kind csv.bottom_quarter_share csv.break_year csv.breakdown
    csv.category csv.cell csv.change csv.change_absolute csv.change_percent csv.change_unit csv.change_without
    csv.cities csv.cities_moved csv.cities_out_of_interval csv.cities_ranked csv.city csv.city_name_en
    csv.city_name_th csv.closes csv.code csv.coefficient_of_variation csv.comparable csv.conf_status csv.contact
    csv.correction csv.corrections.breakdown csv.corrections.obs_status csv.corrections.obs_value
    csv.corrections.outcome csv.corrections.round csv.corrections.source_file csv.course csv.courses csv.coverage
    csv.days_to_close csv.decided csv.decimals csv.definition_en csv.definition_th csv.dimension csv.direction
    csv.dispersion_course csv.dispersion_course_reason csv.dispersion_reason csv.distance csv.document csv.draws
    csv.earlier_value csv.equity_parameters csv.errors csv.evidence csv.expected csv.expires csv.file csv.fix_en
    csv.fix_th csv.form csv.framework csv.frequency csv.gap csv.gap_change csv.gap_course csv.gap_course_reason
    csv.gap_reason csv.gap_years csv.gaps.best_value csv.gaps.cities csv.gaps.city csv.gaps.distance_to_100
    csv.gaps.half_of_residents csv.gaps.largest_city csv.gaps.largest_city_persons csv.gaps.persons_not_reached
    csv.gaps.residents csv.gaps.residents_times_gap csv.gaps.score csv.geo_level csv.group csv.group_base
    csv.group_value csv.groups_behind csv.groups_suppressed csv.groups_told csv.groups_with_entry
    csv.groups_with_value csv.growth_rate csv.highest_value csv.imputed csv.indicator csv.indicator_code csv.infos
    csv.language csv.largest_change_city csv.largest_places_moved csv.largest_score_change csv.latest_value
    csv.latest_year csv.left_behind csv.level csv.line csv.lowest_value csv.mean_log_deviation
    csv.mean_places_moved csv.mean_score_change csv.message_en csv.message_th csv.method csv.method_score
    csv.method_value csv.method_version csv.methods_agree csv.missing_years csv.name_en csv.name_th
    csv.network.cities csv.network.cities_compared csv.network.cities_improved csv.network.cities_under_50
    csv.network.cities_worsened csv.network.compared_before csv.network.compared_now csv.network.comparison_year
    csv.network.expected csv.network.level csv.network.lower_quartile csv.network.mean_change
    csv.network.mean_score csv.network.median csv.network.node csv.network.reported csv.network.upper_quartile
    csv.node csv.note csv.number csv.obs_status csv.obs_value csv.out_of_interval csv.parameters csv.parent
    csv.parity_index csv.parity_index_adjusted csv.part_coverage csv.part_goalposts csv.part_imputation
    csv.part_method csv.part_new_data csv.part_revised_data csv.persons_behind csv.persons_behind_all_groups
    csv.places_moved csv.points csv.position csv.previous_gap csv.previous_method csv.previous_period
    csv.previous_round csv.previous_score csv.previous_standard_deviation csv.previous_value csv.previous_year
    csv.programme csv.programme_name_en csv.programme_name_th csv.projection csv.projection_geometric
    csv.projection_geometric_high csv.projection_geometric_low csv.projection_high csv.projection_kind
    csv.projection_least_squares csv.projection_least_squares_high csv.projection_least_squares_low
    csv.projection_linear csv.projection_linear_high csv.projection_linear_low csv.projection_logit
    csv.projection_logit_high csv.projection_logit_low csv.projection_low csv.projection_weighted
    csv.projection_weighted_high csv.projection_weighted_low csv.range_high csv.range_low csv.rank_group
    csv.rank_groups csv.rank_high csv.rank_low csv.rank_median csv.rank_status csv.ranks_comparable csv.reason
    csv.reason_code csv.reason_en csv.reason_th csv.receipt_file csv.reference csv.reference_base
    csv.reference_value csv.reference_year csv.registry.awards csv.registry.country csv.registry.geo_level
    csv.registry.locode csv.registry.member_from csv.registry.member_to csv.registry.region csv.registry.role
    csv.registry.subdivision csv.remark csv.reported csv.reported_status csv.reported_value
    csv.required_growth_rate csv.required_pace csv.returned_file csv.revised_by csv.revision csv.revision_pct
    csv.revision_statistics.largest_city csv.revision_statistics.largest_revision
    csv.revision_statistics.largest_time_period csv.revision_statistics.mean_absolute_revision
    csv.revision_statistics.mean_revision csv.revision_statistics.n_compared csv.revision_statistics.n_lowered
    csv.revision_statistics.n_raised csv.robustness_parameters csv.round csv.rounds.comparison_year
    csv.rounds.framework csv.rounds.name_en csv.rounds.name_th csv.rounds.opens csv.rounds.reference_year
    csv.rounds.state csv.rules_version csv.run_id csv.score csv.score_change csv.score_effect csv.score_parameters
    csv.score_reason csv.score_status csv.score_without csv.sdg_targets csv.sdmx.action csv.sdmx.comment_obs
    csv.sdmx.composite_breakdown csv.sdmx.obs_value csv.sdmx.ref_area csv.sdmx.structure csv.sdmx.structure_id
    csv.sdmx.unit_mult csv.severity csv.sex csv.sheet csv.side csv.slope_least_squares csv.slope_theil_sen
    csv.slug csv.small_base csv.source_cell csv.source_file csv.source_sheet csv.standard_deviation
    csv.standard_deviation_change csv.state csv.status csv.strand csv.submission_bytes csv.submission_file
    csv.submission_sha256 csv.synthetic csv.target csv.target_origin csv.target_source csv.target_year
    csv.time_period csv.title.changes csv.title.corrections csv.title.dispersion csv.title.equity
    csv.title.findings csv.title.gaps csv.title.indicators csv.title.indicators.sdmx csv.title.influence
    csv.title.influence_by_city csv.title.measures csv.title.network csv.title.nodes csv.title.observations
    csv.title.observations.sdmx csv.title.progress csv.title.registry csv.title.revision_statistics
    csv.title.revisions csv.title.robustness csv.title.rounds csv.title.score_changes csv.title.scores
    csv.title.submissions csv.title.trends csv.title.variables csv.top_quarter_share csv.treatment csv.unit_en
    csv.unit_measure csv.unit_th csv.value_period csv.variable csv.verdict csv.warnings csv.weighted_mean
    data_quality deadline.ago deadline.both deadline.left deadline.next deadline.reading deadline.returned
    deadline.state deadline.step.awaited deadline.step.complete deadline.step.from_sources
    deadline.step.not_accepted deadline.step.overdue deadline.step.sources_to_mend deadline.step.to_mend
    deadline.step.to_review deadline.subject deadline.title deadline.title.sources deadline.today
    deadline.tomorrow deadline.yesterday derivation.at derivation.base derivation.cell derivation.change
    derivation.change_from derivation.correction derivation.correction_told derivation.correction_untold
    derivation.equity derivation.equity.behind derivation.equity.behind.persons derivation.equity.city
    derivation.equity.course derivation.equity.course.break_in_series derivation.equity.course.closing
    derivation.equity.course.unchanged derivation.equity.course.widening derivation.equity.gap
    derivation.equity.none derivation.equity.reason.group_missing derivation.equity.reason.group_suppressed
    derivation.equity.reason.reference_missing derivation.equity.reason.reference_suppressed
    derivation.equity.side.group_ahead derivation.equity.side.group_behind derivation.equity.side.parity
    derivation.equity.side.undecided derivation.finding derivation.formula derivation.in_figures derivation.input
    derivation.kept_back derivation.last_round derivation.last_round_none derivation.last_round_parts
    derivation.last_round_same derivation.method derivation.no_value derivation.node derivation.node_none
    derivation.node_score derivation.not_there derivation.not_used derivation.note derivation.progress
    derivation.ready derivation.reason.complementary derivation.reason.small_count
    derivation.reason.small_denominator derivation.reason.source derivation.run derivation.scale derivation.score
    derivation.sheet_cell derivation.stands_for derivation.unrounded derivation.value derivation.without_value
    derivation.years direction direction.decrease direction.ideal direction.increase direction.none
    document.application_form document.brochure document.city_administrator document.key_features
    document.mechanisms document.own document.sdg effect equity.ahead equity.behind equity.benchmark.average
    equity.benchmark.target equity.closing equity.compared_with equity.comparisons equity.course
    equity.course.closing equity.course.unchanged equity.course.widening equity.course_absence.break_in_series
    equity.course_absence.first_value equity.course_absence.group_missing equity.course_absence.group_suppressed
    equity.course_absence.other_groups equity.course_absence.reference_missing
    equity.course_absence.reference_suppressed equity.deviation equity.dimensions equity.dispersion
    equity.dispersion.none equity.distance equity.districts equity.foot equity.foot.short equity.group
    equity.highest equity.index equity.left_behind equity.left_behind.none equity.left_behind.nothing
    equity.lowest equity.mean equity.median_gap equity.nothing equity.parity equity.persons equity.reading
    equity.small_base equity.subject equity.title equity.title.nothing equity.title.short equity.unchanged
    equity.value equity.variation equity.whole_city equity.widening equity.year estimated evidence fact.cite_as
    fact.contact fact.licence fact.made_with fact.method fact.next_update fact.released fact.run fact.source_files
    fact.status figure.areas figure.areas_down figure.areas_up figure.changes figure.changes_better
    figure.changes_break_in_series figure.changes_first_value figure.changes_neutral figure.changes_no_base
    figure.changes_same figure.changes_worse figure.cities_compared figure.cities_improved figure.cities_members
    figure.cities_not_received figure.cities_not_reporting figure.cities_part_held figure.cities_published
    figure.cities_rejected figure.cities_reporting figure.cities_scored figure.cities_unweighed
    figure.cities_with_errors figure.cities_worsened figure.city_targets figure.city_targets_met_or_on_track
    figure.city_targets_met_or_on_track_before figure.city_targets_met_or_on_track_pct
    figure.city_targets_not_judged figure.city_targets_off_track_or_worsening
    figure.city_targets_off_track_or_worsening_pct figure.city_targets_watch figure.course_hours
    figure.course_hours_all figure.course_hours_left figure.course_hours_reported figure.course_modules_missing
    figure.course_modules_reported figure.equity_behind figure.equity_closing figure.equity_comparisons
    figure.equity_kept_back figure.equity_unchanged figure.equity_widening figure.files figure.findings
    figure.findings_code figure.findings_error figure.findings_info figure.findings_warning figure.focal_points
    figure.focal_points_without_score figure.framework_values figure.framework_values_estimated
    figure.framework_values_expert_review figure.framework_values_expert_review_pct
    figure.framework_values_low_reliability figure.framework_values_official figure.framework_values_official_pct
    figure.framework_values_older figure.framework_values_older_pct figure.framework_values_provisional
    figure.framework_values_strong figure.framework_values_strong_pct figure.framework_values_survey
    figure.framework_values_survey_pct figure.indicators figure.indicators_unchecked figure.mean_score
    figure.mean_score_change figure.measures figure.measures_asked_of_members figure.measures_expected
    figure.measures_not_listed figure.measures_reported figure.measures_reported_pct figure.mechanisms
    figure.mechanisms_in_place figure.mechanisms_open figure.methods_agree figure.methods_agree_pct
    figure.methods_contradict figure.methods_judged figure.ranks_cities figure.ranks_groups figure.score
    figure.score_before figure.score_change figure.targets figure.trend_cities figure.trend_years
    figure.values_read figure.values_weak flag footer.edition footer.run footer.title form.computed form.reported
    formula formula.distribution formula.gap formula.parity formula.parity_adjusted formula.rating formula.ratio
    formula.ratio_factor formula.reported frequency.annual frequency.election frequency.irregular frequency.survey
    funders.best funders.chart.ranking funders.chart.sexes funders.chart.sexes_axis funders.chart.targets
    funders.chart.targets_axis funders.chart.trend funders.cities funders.coverage.absent funders.coverage.limits
    funders.coverage.nobody funders.coverage.of_asked funders.coverage.of_values funders.coverage.reading
    funders.coverage.subject funders.coverage.title funders.coverage.what funders.coverage.where funders.distance
    funders.figure.mean funders.figure.reported funders.figure.targets funders.figure.targets.before
    funders.figure.targets.note funders.figure.weakest funders.figure.weakest.few funders.figure.weakest.first
    funders.figure.weakest.none funders.figure.weakest.note funders.first funders.focal_point funders.footer
    funders.goal funders.goals.bar funders.goals.foot funders.goals.reading funders.goals.subject
    funders.goals.title funders.goals.title.lag funders.goals.undecided funders.headline.equal
    funders.headline.fall funders.headline.first funders.headline.plain funders.headline.rise
    funders.headline.short.equal funders.headline.short.fall funders.headline.short.rise funders.largest
    funders.measure funders.message.fastest funders.message.men funders.message.missing
    funders.message.missing.one funders.message.weakest funders.message.women funders.minute.foot
    funders.minute.line funders.minute.subject funders.needs.cities funders.needs.few funders.needs.focal_points
    funders.needs.foot funders.needs.foot.some funders.needs.middle funders.needs.none funders.needs.people
    funders.needs.reading funders.needs.short funders.needs.subject funders.needs.title funders.on_track
    funders.people funders.ranking.one funders.ranking.plain funders.ranking.two funders.region
    funders.region.none funders.regions.fall funders.regions.fall.most funders.regions.foot
    funders.regions.foot.many funders.regions.lead funders.regions.none funders.regions.one
    funders.regions.reading funders.regions.rise funders.regions.rise.most funders.regions.still
    funders.regions.still.most funders.regions.subject funders.reporting funders.residents funders.score_bar
    funders.sexes.ahead funders.sexes.behind funders.sexes.both funders.sexes.counts funders.sexes.none
    funders.sexes.plain funders.table1.about funders.table1.title funders.table2.about funders.table2.title
    funders.table3.about funders.table3.title funders.table4.about funders.table4.title funders.table5.about
    funders.table5.title funders.table6.about funders.table6.title funders.table7.about funders.table7.title
    funders.table8.about funders.table8.title funders.table9.about funders.table9.title funders.targets.fewer
    funders.targets.more funders.targets.none funders.targets.plain funders.targets.same funders.themes.head
    funders.themes.none funders.themes.reading funders.themes.short funders.themes.subject funders.themes.title
    funders.title funders.trend.fallen funders.trend.mixed funders.trend.none funders.trend.risen funders.weakest
    funders.weight furthest furthest.none furthest.none.proof furthest.proof geographic_level.city
    geographic_level.country geographic_level.district geographic_level.metropolitan_area
    geographic_level.municipality geographic_level.province geographic_level.region headline.equal headline.fall
    headline.no_comparison headline.no_score headline.nothing headline.one.equal headline.one.fall
    headline.one.rise headline.part.equal headline.part.fall headline.part.rise headline.rise heat.absent
    heat.absent.count heat.from_40 heat.from_50 heat.from_60 heat.from_70 heat.none heat.nothing heat.reading
    heat.subject heat.title heat.title.names heat.title.none heat.title.nothing heat.title.plain heat.title.short
    heat.under_40 judged_against.fixed_pace judged_against.target key_messages language.english language.thai
    legend.evidence legend.flags legend.shorthand legend.title level.area level.check level.component level.course
    level.feature level.focal_point level.indicator level.mechanism level.module level.overall level.part
    level.target list.last list.next list.rest list.rest.cities mean_score_0_100 measure_unit measures_reported
    men method.aggregation method.aggregation.arithmetic.formula method.aggregation.arithmetic.name
    method.aggregation.arithmetic.source method.aggregation.arithmetic.what method.aggregation.copeland.formula
    method.aggregation.copeland.name method.aggregation.copeland.source method.aggregation.copeland.what
    method.aggregation.generalised.formula method.aggregation.generalised.name
    method.aggregation.generalised.source method.aggregation.generalised.what method.aggregation.geometric.formula
    method.aggregation.geometric.name method.aggregation.geometric.source method.aggregation.geometric.what
    method.aggregation.harmonic.formula method.aggregation.harmonic.name method.aggregation.harmonic.source
    method.aggregation.harmonic.what method.equity method.equity.dispersion.formula method.equity.dispersion.name
    method.equity.dispersion.source method.equity.dispersion.what method.equity.gap.formula method.equity.gap.name
    method.equity.gap.source method.equity.gap.what method.equity.left_behind.formula
    method.equity.left_behind.name method.equity.left_behind.source method.equity.left_behind.what
    method.equity.parity.formula method.equity.parity.name method.equity.parity.source method.equity.parity.what
    method.imputation method.imputation.group_mean.formula method.imputation.group_mean.name
    method.imputation.group_mean.source method.imputation.group_mean.what method.imputation.group_median.formula
    method.imputation.group_median.name method.imputation.group_median.source method.imputation.group_median.what
    method.imputation.latest.formula method.imputation.latest.name method.imputation.latest.source
    method.imputation.latest.what method.imputation.linear.formula method.imputation.linear.name
    method.imputation.linear.source method.imputation.linear.what method.imputation.none.formula
    method.imputation.none.name method.imputation.none.source method.imputation.none.what method.normalisation
    method.normalisation.borda.formula method.normalisation.borda.name method.normalisation.borda.source
    method.normalisation.borda.what method.normalisation.distance_to_maximum.formula
    method.normalisation.distance_to_maximum.name method.normalisation.distance_to_maximum.source
    method.normalisation.distance_to_maximum.what method.normalisation.distance_to_reference.formula
    method.normalisation.distance_to_reference.name method.normalisation.distance_to_reference.source
    method.normalisation.distance_to_reference.what method.normalisation.distance_to_target.formula
    method.normalisation.distance_to_target.name method.normalisation.distance_to_target.source
    method.normalisation.distance_to_target.what method.normalisation.goalposts.formula
    method.normalisation.goalposts.name method.normalisation.goalposts.source method.normalisation.goalposts.what
    method.normalisation.minmax.formula method.normalisation.minmax.name method.normalisation.minmax.source
    method.normalisation.minmax.what method.normalisation.percentile_rank.formula
    method.normalisation.percentile_rank.name method.normalisation.percentile_rank.source
    method.normalisation.percentile_rank.what method.normalisation.rank.formula method.normalisation.rank.name
    method.normalisation.rank.source method.normalisation.rank.what method.normalisation.scaled.formula
    method.normalisation.scaled.name method.normalisation.scaled.source method.normalisation.scaled.what
    method.normalisation.zscore.formula method.normalisation.zscore.name method.normalisation.zscore.source
    method.normalisation.zscore.what method.outliers method.outliers.none.formula method.outliers.none.name
    method.outliers.none.source method.outliers.none.what method.outliers.winsorise.formula
    method.outliers.winsorise.name method.outliers.winsorise.source method.outliers.winsorise.what method.progress
    method.progress.dns.formula method.progress.dns.name method.progress.dns.source method.progress.dns.what
    method.progress.escap.formula method.progress.escap.name method.progress.escap.source
    method.progress.escap.what method.progress.eurostat.formula method.progress.eurostat.name
    method.progress.eurostat.source method.progress.eurostat.what method.progress.oecd.formula
    method.progress.oecd.name method.progress.oecd.source method.progress.oecd.what method.progress.sdsn.formula
    method.progress.sdsn.name method.progress.sdsn.source method.progress.sdsn.what
    method.progress.statcan.formula method.progress.statcan.name method.progress.statcan.source
    method.progress.statcan.what method.progress.unsd.formula method.progress.unsd.name
    method.progress.unsd.source method.progress.unsd.what method.robustness method.robustness.none.formula
    method.robustness.none.name method.robustness.none.source method.robustness.none.what
    method.robustness.rank_intervals.formula method.robustness.rank_intervals.name
    method.robustness.rank_intervals.source method.robustness.rank_intervals.what method.screening
    method.screening.availability.formula method.screening.availability.name method.screening.availability.source
    method.screening.availability.what method.screening.none.formula method.screening.none.name
    method.screening.none.source method.screening.none.what method.word.chosen method.word.formula
    method.word.parameters method.word.peers method.word.source methods.checked methods.codes methods.context
    methods.frameworks methods.no methods.reading methods.subject methods.title methods.title.checked methods.yes
    missing missing.absent missing.absent.count missing.both missing.both.count missing.both.names missing.held
    missing.held.count missing.nobody missing.nobody.one missing.proof name_value network_mean not_applicable
    not_set note.benchmarks note.benchmarks.text note.card_mechanisms note.card_mechanisms.text note.card_pace
    note.card_pace.text note.card_peers note.card_peers.text note.card_report note.card_report.text
    note.card_sexes note.card_sexes.text note.change note.change.text note.comparability note.comparability.peers
    note.comparability.text note.correction note.correction.none note.correction.text note.coverage
    note.coverage.text note.disclosure note.disclosure.text note.equity note.equity.text note.evidence
    note.evidence.text note.funders_needs note.funders_needs.text note.funders_sexes note.funders_sexes.text
    note.funders_strands note.funders_strands.text note.funders_trend note.funders_trend.text note.mean
    note.mean.text note.method note.method.text note.missing note.missing.text note.plain_comparability
    note.plain_comparability.text note.plain_coverage note.plain_coverage.text note.plain_mean
    note.plain_mean.text note.plain_missing note.plain_missing.text note.plain_sources note.plain_sources.text
    note.plain_status note.plain_status.text note.programme note.ranks note.ranks.text note.revision
    note.revision.text note.rounding note.rounding.text note.score note.score.text note.sources note.sources.text
    note.status note.status.other note.status.text note.thirds note.thirds.text notes.reading notes.subject
    notes.title notes.topic obs_status.a obs_status.b obs_status.d obs_status.e obs_status.f obs_status.g
    obs_status.h obs_status.i obs_status.j obs_status.k obs_status.l obs_status.m obs_status.n obs_status.o
    obs_status.p obs_status.q obs_status.s obs_status.u obs_status.v obs_status.w of outcome outcome.not_received
    outcome.part_held outcome.published outcome.rejected overall pace_case.broken pace_case.met
    pace_case.no_target pace_case.one_point pace_case.passed pace_case.to_reach progress.no_framework
    progress.none progress.nothing progress.reading progress.reading.absent progress.subject progress.title
    progress.title.no_framework progress.title.nothing progress.title.short quality.example quality.frequent
    quality.from quality.from_sources quality.no_findings quality.nothing quality.nothing_came quality.reading
    quality.subject quality.submission quality.title quality.title.clean quality.title.nothing ranks.bottom
    ranks.group ranks.indicator.gain ranks.indicator.loss ranks.indicator.nothing ranks.indicators ranks.none
    ranks.off ranks.places ranks.reading ranks.reading.off ranks.reason.no_score ranks.reason.ranked
    ranks.reason.too_few_cities ranks.scale ranks.subject ranks.title ranks.title.few ranks.title.off
    ranks.title.one ranks.top receipt.bytes receipt.check receipt.city receipt.contact receipt.file
    receipt.findings receipt.form receipt.found receipt.outcome receipt.programme receipt.read receipt.read_as
    receipt.returned receipt.run receipt.run_of receipt.sha256 receipt.size receipt.table receipt.template
    receipt.title reported revised_by.city revised_by.evaluation revised_by.source revisions.after
    revisions.before revisions.figure revisions.foot revisions.foot.cities revisions.foot.excerpt
    revisions.foot.measures revisions.mean revisions.mean_absolute revisions.note revisions.percent
    revisions.published revisions.reading revisions.revised revisions.subject revisions.title revisions.title.none
    revisions.title.withdrawn revisions.withdrawn revisions.year role.benchmark role.member round.known_at rules
    scale scale.goalposts scale.ideal scale.logarithmic scale.none scale.rating score score_cause.coverage
    score_cause.coverage.long score_cause.goalposts score_cause.goalposts.long score_cause.imputation
    score_cause.imputation.long score_cause.method score_cause.method.long score_cause.new_data
    score_cause.new_data.long score_cause.revised_data score_cause.revised_data.long score_change.first
    score_change.foot score_change.foot.coverage score_change.foot.excerpt score_change.lost score_change.main
    score_change.method.other score_change.method.same score_change.nothing score_change.reading
    score_change.round score_change.subject score_change.title score_change.title.nothing score_change.title.same
    score_status.not_scored score_status.scored score_status.too_few_measures severity.error severity.error.plural
    severity.info severity.info.plural severity.warning severity.warning.plural sheet.table_1 sheet.table_10
    sheet.table_11 sheet.table_2 sheet.table_3 sheet.table_4 sheet.table_5 sheet.table_6 sheet.table_7
    sheet.table_8 sheet.table_9 sheet.table_agreement sheet.table_corrections sheet.table_coverage
    sheet.table_differences sheet.table_figures sheet.table_indicators sheet.table_influence sheet.table_ranks
    sheet.table_revision_cities sheet.table_revision_indicators sheet.table_revisions sheet.table_score_changes
    sheet.table_sources sheet.table_what_if shorthand.b shorthand.c shorthand.x shorthand.z signs state.frozen
    state.open state.planned status.met status.no_data status.not_judged status.off_track status.on_track
    status.too_early status.undecided status.watch status.worsening submission_state.awaited
    submission_state.complete submission_state.from_sources submission_state.not_accepted submission_state.overdue
    submission_state.to_mend submission_state.to_review summary.foot.no_targets summary.foot.scores
    summary.foot.statuses summary.state.frozen summary.state.open summary.state.planned summary.subject synthetic
    table.empty table.excerpt table.one table.shorthand table.source table.source_edition table1.about
    table1.title table10.about table10.title table11.about table11.title table2.about table2.title table3.about
    table3.title table4.about table4.title table5.about table5.title table6.about table6.title table6cut.about
    table6cut.title table7.about table7.title table8.about table8.title table9.about table9.title
    table_agreement.about table_agreement.title table_corrections.about table_corrections.title
    table_coverage.about table_coverage.title table_differences.about table_differences.title table_figures.about
    table_figures.title table_indicators.about table_indicators.title table_influence.about table_influence.title
    table_ranks.about table_ranks.title table_revision_cities.about table_revision_cities.title
    table_revision_indicators.about table_revision_indicators.title table_revisions.about table_revisions.title
    table_score_changes.about table_score_changes.title table_sources.about table_sources.title
    table_what_if.about table_what_if.title targets targets.chart.both targets.chart.lag targets.chart.lead
    targets.chart.nothing targets.chart.plain targets.none.proof targets.proof template.alert.amount
    template.alert.between template.alert.count template.alert.flag template.alert.number template.alert.rating
    template.alert.status template.alert.status_text template.alert.text template.alert.text_text
    template.alert.value template.back template.check.as_sent template.check.blank template.check.blank_todo
    template.check.errors template.check.errors_todo template.check.passed template.check.passed_todo
    template.check.title template.check.warnings template.check.warnings_todo template.colours
    template.column.entered template.column.go template.column.measure template.column.number
    template.column.problem template.column.severity template.comment.fix template.comment.what
    template.corrections.help template.corrections.title template.data.title template.done template.empty
    template.error template.example.case template.example.empty template.example.estimate template.example.missing
    template.example.number template.example.status template.example.title template.example.value
    template.example.zero template.found.error template.found.info template.found.warning template.go_to
    template.go_to_notes template.info template.kept template.legend.entry template.legend.locked
    template.live.above_total template.live.blank template.live.no_value template.live.not_a_number
    template.live.optional template.live.out_of_range template.live.passed template.live.sum template.more
    template.prompt.amount template.prompt.between template.prompt.code template.prompt.code_text
    template.prompt.count template.prompt.flag template.prompt.number template.prompt.rating
    template.prompt.status template.prompt.status_text template.prompt.text template.prompt.text_text
    template.prompt.value template.prompt.year template.prompt.year_text template.result template.returned.subject
    template.returned.title template.round_line template.rows_passed template.rule.1 template.rule.2
    template.rule.3 template.rule.4 template.rule.5 template.rules.title template.see_total template.send_by
    template.start template.status.a template.status.b template.status.c template.status.e template.status.m
    template.status.p template.status.x template.title template.title_short template.verdict.both
    template.verdict.by template.verdict.clean template.verdict.errors template.verdict.errors.one
    template.verdict.warnings template.verdict.warnings.one template.warning template.who.after
    template.who.after_text template.who.fills template.who.fills_text template.who.scale template.who.scale_text
    template.who.send template.who.title template.who.version template.whole_file template.yes_no third.all
    third.lower third.middle third.unscored third.upper unchecked unchecked.proof unchecked.proof.indicators
    unit.points unit.steps warehouse.blanks warehouse.bytes warehouse.catalogue_sha256 warehouse.cities_expected
    warehouse.cities_reporting warehouse.documentation.column_name warehouse.documentation.description_en
    warehouse.documentation.description_th warehouse.documentation.kind warehouse.documentation.name
    warehouse.excluded warehouse.highest warehouse.inputs.city warehouse.inputs_sha256 warehouse.last_period
    warehouse.lowest warehouse.manifest_sha256 warehouse.mapping warehouse.mean warehouse.moving_away
    warehouse.network_scores.cities warehouse.observations warehouse.on_course warehouse.outcome warehouse.path
    warehouse.previous_run warehouse.read warehouse.refused_files warehouse.rejected warehouse.run_date
    warehouse.score_history.previous_score warehouse.sha256 warehouse.suppressed warehouse.template
    warehouse.title.coverage_by_city warehouse.title.documentation warehouse.title.heat_map warehouse.title.inputs
    warehouse.title.latest_round warehouse.title.latest_values warehouse.title.missing_measures
    warehouse.title.network_scores warehouse.title.not_reported warehouse.title.open_findings
    warehouse.title.open_findings_by_city warehouse.title.progress_agreement warehouse.title.provenance
    warehouse.title.releases warehouse.title.revised_values warehouse.title.score_history warehouse.title.vintages
    warehouse.title.year_on_year warehouse.too_slow warehouse.value_before warehouse.version weakest.is
    weakest.is_now weakest.proof weakest.proof.equal weakest.proof.fall weakest.proof.rise weakest.remains
    what_if.alert what_if.alert.number what_if.alert.share what_if.alert.value what_if.alert.weight what_if.best
    what_if.book what_if.coverage what_if.foot what_if.mean what_if.minimum what_if.new_score what_if.part
    what_if.published what_if.reading what_if.score what_if.subject what_if.title what_if.title.none
    what_if.title.none.short what_if.title.short what_if.unit what_if.value what_if.weight what_if.year
    what_if.zero women workspace.licence workspace.organisation workspace.programme workspace.programme.contact
    workspace.programme.disclosure workspace.programme.languages workspace.programme.licence
    workspace.programme.organisation workspace.programme.title workspace.readme workspace.round
    workspace.round.dates workspace.round.reference workspace.round.state workspace.round.title workspace.title
    year
    """#.split { $0 == " " || $0 == "\n" }.map(String.init)
}
