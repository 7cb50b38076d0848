//! The printed table, and what a total means.

use super::*;

/// A row of ward-safety's table: the code of the observation, its unit, how many decimals the chart has, and points by range.
struct Row {
    parameter: &'static str,
    code: &'static str,
    unit: &'static str,
    decimals: usize,
    ranges: &'static [(u64, &'static str)],
}

const TABLE: [Row; 5] = [
    Row {
        parameter: "respiration",
        code: "9279-1",
        unit: "/min",
        decimals: 0,
        ranges: &[
            (3, "≤8"),
            (1, "9–11"),
            (0, "12–20"),
            (2, "21–24"),
            (3, "≥25"),
        ],
    },
    Row {
        parameter: "spo2",
        code: "59408-5",
        unit: "%",
        decimals: 0,
        ranges: &[(3, "≤91"), (2, "92–93"), (1, "94–95"), (0, "≥96")],
    },
    Row {
        parameter: "systolic",
        code: "8480-6",
        unit: "mm[Hg]",
        decimals: 0,
        ranges: &[
            (3, "≤90"),
            (2, "91–100"),
            (1, "101–110"),
            (0, "111–219"),
            (3, "≥220"),
        ],
    },
    Row {
        parameter: "pulse",
        code: "8867-4",
        unit: "/min",
        decimals: 0,
        ranges: &[
            (3, "≤40"),
            (1, "41–50"),
            (0, "51–90"),
            (1, "91–110"),
            (2, "111–130"),
            (3, "≥131"),
        ],
    },
    Row {
        parameter: "temperature",
        code: "8310-5",
        unit: "Cel",
        decimals: 1,
        ranges: &[
            (3, "≤35.0"),
            (1, "35.1–36.0"),
            (0, "36.1–38.0"),
            (1, "38.1–39.0"),
            (2, "≥39.1"),
        ],
    },
];

const SCALE_2_ON_AIR: &[(u64, &str)] = &[(3, "≤83"), (2, "84–85"), (1, "86–87"), (0, "≥88")];
const SCALE_2_ON_OXYGEN: &[(u64, &str)] = &[
    (3, "≤83"),
    (2, "84–85"),
    (1, "86–87"),
    (0, "88–92"),
    (1, "93–94"),
    (2, "95–96"),
    (3, "≥97"),
];

/// A number of the table in the chart's steps.
fn steps(written: &str) -> u32 {
    written.replace('.', "").parse().unwrap()
}

/// The points that the table prints for a number of steps.
fn printed(ranges: &[(u64, &str)], number: u32) -> u64 {
    let holds = |range: &str| match (range.strip_prefix('≤'), range.strip_prefix('≥')) {
        (Some(most), _) => number <= steps(most),
        (_, Some(least)) => number >= steps(least),
        _ => {
            let (least, most) = range.split_once('–').unwrap();
            (steps(least)..=steps(most)).contains(&number)
        }
    };
    let points: Vec<u64> = ranges
        .iter()
        .filter(|(_, range)| holds(range))
        .map(|&(points, _)| points)
        .collect();
    assert_eq!(points.len(), 1, "{number} stands in one range");
    points[0]
}

fn written(number: u32, decimals: usize) -> String {
    match decimals {
        0 => number.to_string(),
        _ => format!("{}.{}", number / 10, number % 10),
    }
}

#[test]
fn every_number_scores_what_the_printed_table_says() {
    for row in TABLE {
        let most = match row.parameter {
            "spo2" => 100,
            "temperature" => 450,
            _ => 300,
        };
        for number in 0..=most {
            let value = written(number, row.decimals);
            let bedside = Bedside::well().but(measured(row.code, &value, row.unit));
            let outcome = bedside.outcome(row.parameter);
            assert_eq!(
                outcome["points"],
                printed(row.ranges, number),
                "{} {value}",
                row.parameter
            );
            assert_eq!(outcome["used"], json!({"type": "number", "value": value}));
        }
    }
}

#[test]
fn scale_2_tells_air_from_oxygen_above_92() {
    for (litres, ranges) in [("0", SCALE_2_ON_AIR), ("2", SCALE_2_ON_OXYGEN)] {
        for percent in 0..=100 {
            let bedside = Bedside::well()
                .on_scale_2()
                .but(measured("3151-8", litres, "L/min"))
                .but(measured("59408-5", &percent.to_string(), "%"));
            assert_eq!(
                bedside.points("spo2"),
                Some(printed(ranges, percent)),
                "{percent} % at {litres} L/min"
            );
        }
    }
}

#[test]
fn oxygen_is_two_points_and_air_none() {
    for (code, unit, value, points) in [
        ("3151-8", "L/min", "0", 0),
        ("3151-8", "L/min", "0.0", 0),
        ("3151-8", "L/min", "0.25", 2),
        ("3151-8", "L/min", "1", 2),
        ("3151-8", "L/min", "15", 2),
        ("3150-6", "%", "20.5", 0),
        ("3150-6", "%", "20.9", 0),
        ("3150-6", "%", "21", 0),
        ("3150-6", "%", "21.49", 0),
        ("3150-6", "%", "21.5", 2),
        ("3150-6", "%", "22", 2),
        ("3150-6", "%", "24", 2),
        ("3150-6", "%", "100", 2),
    ] {
        let bedside = Bedside::well()
            .without("3151-8")
            .and(measured(code, value, unit));
        assert_eq!(bedside.points("oxygen"), Some(points), "{code} {value}");
        let used = if points == 0 { "air" } else { "oxygen" };
        assert_eq!(
            bedside.outcome("oxygen")["used"],
            json!({"type": "oxygen", "value": used})
        );
    }
}

#[test]
fn anybody_who_is_not_alert_has_three_points() {
    for (text, level, points) in [
        ("Alert", "alert", 0),
        ("New confusion", "confusion", 3),
        ("V", "voice", 3),
        ("Responds to pain", "pain", 3),
        ("Unresponsive", "unresponsive", 3),
    ] {
        let bedside = Bedside::well().but(conscious(text));
        assert_eq!(bedside.points("consciousness"), Some(points), "{text}");
        let used = json!({"type": "consciousness", "value": level});
        assert_eq!(bedside.outcome("consciousness")["used"], used);
    }
}

/// Respiration 21 (2), pulse 91 (1) or 111 (2), systolic 110 (1) or 100 (2), temperature 38.1 (1): totals without a 3.
#[test]
fn the_total_says_the_risk_from_both_sides_of_every_boundary() {
    let with = |changes: &[(&str, &str, &str)]| {
        changes
            .iter()
            .fold(Bedside::well(), |bedside, (code, value, unit)| {
                bedside.but(measured(code, value, unit))
            })
            .total()
    };
    let (fast, faster) = (("8867-4", "91", "/min"), ("8867-4", "111", "/min"));
    let (breathless, gasping) = (("9279-1", "21", "/min"), ("9279-1", "25", "/min"));
    let (low, lower) = (("8480-6", "110", "mm[Hg]"), ("8480-6", "100", "mm[Hg]"));
    let warm = ("8310-5", "38.1", "Cel");
    assert_eq!(with(&[]), complete(0, "low"));
    assert_eq!(with(&[breathless, fast, low]), complete(4, "low"));
    assert_eq!(with(&[breathless, fast, low, warm]), complete(5, "medium"));
    assert_eq!(with(&[breathless, faster, lower]), complete(6, "medium"));
    assert_eq!(
        with(&[breathless, faster, lower, warm]),
        complete(7, "high")
    );
    assert_eq!(with(&[gasping]), complete(3, "low_medium"));
    assert_eq!(with(&[gasping, fast]), complete(4, "low_medium"));
    assert_eq!(with(&[gasping, fast, low]), complete(5, "medium"));
    assert_eq!(with(&[gasping, fast, lower]), complete(6, "medium"));
    assert_eq!(with(&[gasping, faster, lower]), complete(7, "high"));
}

fn worked() -> Bedside {
    [
        ("9279-1", "22", "/min"),
        ("59408-5", "90", "%"),
        ("3151-8", "2", "L/min"),
        ("8480-6", "105", "mm[Hg]"),
        ("8867-4", "112", "/min"),
        ("8310-5", "38.4", "Cel"),
    ]
    .iter()
    .fold(Bedside::well(), |bedside, (code, value, unit)| {
        bedside.but(measured(code, value, unit))
    })
}

#[test]
fn the_worked_example_is_11_on_scale_1_and_8_on_scale_2() {
    assert_eq!(worked().total(), complete(11, "high"));
    assert_eq!(worked().on_scale_2().total(), complete(8, "high"));
}

#[test]
fn the_highest_total_is_20() {
    let dying = [
        ("9279-1", "0", "/min"),
        ("59408-5", "50", "%"),
        ("3151-8", "15", "L/min"),
        ("8480-6", "40", "mm[Hg]"),
        ("8867-4", "0", "/min"),
        ("8310-5", "30", "Cel"),
    ]
    .iter()
    .fold(Bedside::well(), |bedside, (code, value, unit)| {
        bedside.but(measured(code, value, unit))
    });
    assert_eq!(dying.but(conscious("U")).total(), complete(20, "high"));
}

#[test]
fn the_scale_used_is_named_with_who_chose_it() {
    assert_eq!(Bedside::well().news2()["scale"], json!({"type": "scale_1"}));
    let chosen = json!({"type": "scale_2", "by": crate::ward::MAX, "at": "2026-11-20T08:00:00Z"});
    assert_eq!(Bedside::well().on_scale_2().news2()["scale"], chosen);
}

#[test]
fn an_answer_reads_back_as_it_was_written() {
    for bedside in [
        Bedside::well(),
        Bedside::empty(),
        worked().on_scale_2().without("3151-8"),
    ] {
        let written = bedside.news2();
        let read: domain::clinical::news2::News2 = serde_json::from_value(written.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), written);
    }
}
