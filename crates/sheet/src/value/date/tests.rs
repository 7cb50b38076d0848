#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]
use jiff::civil::date;

use super::*;

fn rules(purpose: DatePurpose) -> DateRules {
    DateRules::new(date(2026, 11, 24), purpose)
}

fn birth(text: &str) -> Result<String, DateError> {
    parse_date(text, &rules(DatePurpose::Birth)).map(|parsed| parsed.date.to_string())
}

#[test]
fn one_day_is_read_in_every_format() {
    for text in [
        "14/07/1945",
        "14-07-1945",
        "14.7.45",
        "14/7/45",
        "1945-07-14",
        "1945/07/14",
        "14 juil 1945",
        "14 juil. 1945",
        "14 juillet 1945",
        "14-Jul-1945",
        "14-JUL-45",
        "July 14, 1945",
        "Jul 14th, 1945",
        "14th of July 1945",
        "07/14/1945",
        "14071945",
        "19450714",
        "16632",
        "14 07 1945",
        "1945-07-14T00:00:00",
        "1945-07-14 00:00:00",
        "né le 14/07/1945",
        "Née le 14 juillet 1945",
        "Born 14-Jul-1945 (81y)",
        "14/07/1945 (81 ans)",
        "14/07/1945 - 81 ans",
        "DDN : 14/07/1945",
        "sam. 14 juillet 1945",
        "Sat, 14 July 1945",
        "  14/07/1945\u{a0}",
    ] {
        assert_eq!(birth(text).as_deref(), Ok("1945-07-14"), "{text}");
    }
    assert_eq!(birth("1er août 1950").as_deref(), Ok("1950-08-01"));
    assert_eq!(birth("mar. 3 mars 1953").as_deref(), Ok("1953-03-03"));
    assert_eq!(birth("Mar 3, 1953").as_deref(), Ok("1953-03-03"));
    assert_eq!(birth("3 févr. 1953").as_deref(), Ok("1953-02-03"));
    assert_eq!(birth("3-déc-1953").as_deref(), Ok("1953-12-03"));
}

#[test]
fn what_is_missing_in_a_date_stays_missing() {
    assert_eq!(birth("1945").as_deref(), Ok("1945"));
    assert_eq!(birth("07/1945").as_deref(), Ok("1945-07"));
    assert_eq!(birth("1945-07").as_deref(), Ok("1945-07"));
    assert_eq!(birth("juillet 1945").as_deref(), Ok("1945-07"));
    assert_eq!(birth("00/00/1945").as_deref(), Ok("1945"));
    assert_eq!(birth("00/07/1945").as_deref(), Ok("1945-07"));
}

#[test]
fn what_is_no_date_is_refused_with_the_reason() {
    for text in [
        "",
        "-",
        "demain",
        "12/14",
        "120/80",
        "1/2/3",
        "37,5",
        "14/07",
        "081",
        "12 mg",
        "14/07/1945 Paris",
        "jui 1950",
    ] {
        assert_eq!(birth(text), Err(DateError::Unreadable), "{text}");
    }
    assert_eq!(birth("31/02/1950"), Err(DateError::Impossible));
    assert_eq!(birth("1950-13-01"), Err(DateError::Impossible));
    assert_eq!(birth("25/11/2026"), Err(DateError::InFuture));
    assert_eq!(birth("01/01/1890"), Err(DateError::TooLongAgo));
}

#[test]
fn a_two_digit_year_of_birth_is_in_the_past_and_never_guessed() {
    assert_eq!(birth("14.7.45").as_deref(), Ok("1945-07-14"));
    assert_eq!(birth("14.7.27").as_deref(), Ok("1927-07-14"));
    assert_eq!(birth("14.7.08").as_deref(), Ok("2008-07-14"));
    assert_eq!(birth("14.7.20"), Err(DateError::CenturyUnclear));
    assert_eq!(birth("14.7.20 (106 ans)").as_deref(), Ok("1920-07-14"));
    assert_eq!(birth("14.7.20 (6 y)").as_deref(), Ok("2020-07-14"));
    let children = DateRules {
        children_only: true,
        ..rules(DatePurpose::Birth)
    };
    assert_eq!(
        parse_date("14.7.20", &children).unwrap().date.to_string(),
        "2020-07-14"
    );
    let other = rules(DatePurpose::Other);
    assert_eq!(
        parse_date("03.12.26", &other).unwrap().date.to_string(),
        "2026-12-03"
    );
}

#[test]
fn the_column_decides_the_order_of_day_and_month() {
    let month_first = find_date_order(["03/04/1950", "07/14/1945", ""]);
    assert_eq!(month_first, OrderFinding::Proved(DateOrder::MonthFirst));
    assert_eq!(
        find_date_order(["03/04/1950", "14.7.45"]),
        OrderFinding::Proved(DateOrder::DayFirst)
    );
    assert_eq!(
        find_date_order(["03/04/1950"]),
        OrderFinding::Assumed(DateOrder::DayFirst)
    );
    let both = find_date_order(["14/07/1945", "07/14/1945"]);
    assert_eq!(both, OrderFinding::Contradictory);
    let read = |text, order| {
        parse_date(
            text,
            &DateRules {
                order,
                ..rules(DatePurpose::Birth)
            },
        )
        .map(|parsed| parsed.date.to_string())
    };
    assert_eq!(read("03/04/1950", month_first).as_deref(), Ok("1950-03-04"));
    assert_eq!(read("03/04/1950", both), Err(DateError::OrderUnclear));
    assert_eq!(read("04/04/1950", both).as_deref(), Ok("1950-04-04"));
    assert_eq!(read("07/14/1945", both).as_deref(), Ok("1945-07-14"));
}

#[test]
fn a_time_behind_is_read() {
    for text in [
        "24/11/2026 08:30",
        "24/11/26 8h30",
        "2026-11-24T08:30:00Z",
        "24-Nov-2026 08:30:15",
        "24 nov 2026 à 8h30",
        "46350.354166",
    ] {
        let parsed = parse_date(text, &rules(DatePurpose::Other)).unwrap();
        assert_eq!(
            parsed.date_time().unwrap().to_string(),
            "2026-11-24T08:30:00",
            "{text}"
        );
    }
}

#[test]
fn the_epoch_of_1904_moves_day_numbers() {
    let mac = DateRules {
        epoch_1904: true,
        ..rules(DatePurpose::Birth)
    };
    assert_eq!(
        parse_date("15170", &mac).unwrap().date.to_string(),
        "1945-07-14"
    );
}
