import type { TextId } from "../../generated/textIds";
import type { IssueKind, SkipReason } from "./sheet.types";

/** What can be wrong with a row or cell, in words. */
export const ISSUES: Record<IssueKind, TextId> = {
  quote_not_closed: "issue-quote-not-closed",
  unreadable_characters: "issue-unreadable-characters",
  hidden_row: "issue-hidden-row",
  no_name: "issue-no-name",
  name_too_long: "issue-name-too-long",
  too_many_patients: "issue-too-many-patients",
  name_rest_unread: "issue-name-rest-unread",
  unreadable_date: "issue-unreadable-date",
  impossible_date: "issue-impossible-date",
  date_order_unclear: "issue-date-order-unclear",
  century_unclear: "issue-century-unclear",
  birth_date_in_future: "issue-birth-date-in-future",
  birth_date_too_long_ago: "issue-birth-date-too-long-ago",
  no_time: "issue-no-time",
  unreadable_sex: "issue-unreadable-sex",
  unreadable_number: "issue-unreadable-number",
  number_unclear: "issue-number-unclear",
  unreadable_checkbox: "issue-unreadable-checkbox",
  identifier_damaged: "issue-identifier-damaged",
  identifier_check_failed: "issue-identifier-check-failed",
  formula_error: "issue-formula-error",
  too_long: "issue-too-long",
  lines_unclear: "issue-lines-unclear",
  shared_by_patients: "issue-shared-by-patients",
  place_from_above: "issue-place-from-above",
  same_identifier: "issue-same-identifier",
  same_patient: "issue-same-patient",
  unknown_option: "issue-unknown-option",
  unknown_member: "issue-unknown-member",
  unclear_member: "issue-unclear-member",
  other_unit: "issue-other-unit",
  unknown_status: "issue-unknown-status",
  unit_left_out: "issue-unit-left-out",
  control_character_removed: "issue-control-character-removed",
  too_many_items: "issue-too-many-items",
  too_many_identifiers: "issue-too-many-identifiers",
  birth_name_left_out: "issue-birth-name-left-out",
};

/** Why a row is no patient, in words. */
export const SKIPS: Record<SkipReason, TextId> = {
  empty: "skip-empty",
  title: "skip-title",
  repeated_header: "skip-repeated-header",
  total: "skip-total",
  remark: "skip-remark",
  empty_place: "skip-empty-place",
};
