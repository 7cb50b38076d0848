//! What holds for any chart.

use super::*;
use proptest::prelude::*;

/// A code of each parameter with its unit and values from everywhere in the table.
fn good(parameter: usize) -> impl Strategy<Value = Value> {
    let (code, unit, most) = [
        ("9279-1", "/min", 400_u32),
        ("59408-5", "%", 1000),
        ("3151-8", "L/min", 40),
        ("8480-6", "mm[Hg]", 2500),
        ("8867-4", "/min", 1500),
        ("8310-5", "Cel", 430),
        ("67775-7", "", 4),
    ][parameter];
    (0..=most).prop_map(move |tenths| match code {
        "67775-7" => conscious(["A", "C", "V", "P", "U"][tenths as usize]),
        _ => measured(code, &format!("{}.{}", tenths / 10, tenths % 10), unit),
    })
}

/// One observation of each parameter.
fn whole_set() -> impl Strategy<Value = Vec<Value>> {
    let all = (
        good(0),
        good(1),
        good(2),
        good(3),
        good(4),
        good(5),
        good(6),
    );
    all.prop_map(|(a, b, c, d, e, f, g)| vec![a, b, c, d, e, f, g])
}

fn anything() -> impl Strategy<Value = Value> {
    let code = prop::sample::select(vec![
        "9279-1", "59408-5", "2708-6", "3151-8", "3150-6", "8480-6", "8867-4", "8310-5", "67775-7",
        "80288-4", "8462-4",
    ]);
    let value = prop_oneof![
        ("-?[0-9]{1,3}(\\.[0-9]{1,2})?", unit()).prop_map(|(value, unit)| json!({"type": "quantity", "value": value, "unit": unit})),
        ("-?[0-9]{1,20}\\.[0-9]{1,10}", unit(), "[<>]=?")
            .prop_map(|(value, unit, comparator)| json!({"type": "quantity", "value": value, "code": unit, "comparator": comparator})),
        prop::sample::select(vec!["A", "drowsy", "", "U"]).prop_map(|text| json!({"type": "text", "text": text})),
        Just(json!({"type": "concept", "text": "Alert", "codings": [{"code": "248234008"}]})),
    ];
    let status = prop::sample::select(vec![
        "final",
        "final",
        "final",
        "amended",
        "preliminary",
        "entered-in-error",
    ]);
    let time = prop_oneof![
        (9..13_u8, 0..60_u8)
            .prop_map(|(hour, minute)| format!("2026-11-24T{hour:02}:{minute:02}:00Z")),
        (9..13_u8, 0..4_u8)
            .prop_map(|(hour, quarter)| format!("2026-11-24T{hour:02}:{:02}:00", quarter * 15)),
        Just(JUST_NOW.to_owned()),
        Just("2026-11-24".to_owned()),
        Just("9999-12-31T23:59:59".to_owned()),
        Just("1800-01-01T00:00:00".to_owned()),
    ];
    (code, prop::option::weighted(0.9, value), status, time).prop_map(
        |(code, value, status, time)| {
            let mut observation = with_status(at(named(code), &time), status);
            if let Some(value) = value {
                observation["value"] = value;
            }
            observation
        },
    )
}

fn unit() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "/min",
            "%",
            "mm[Hg]",
            "Cel",
            "[degF]",
            "L/min",
            "kPa",
            "{beats}/min"
        ])
        .prop_map(str::to_owned),
        "[{}a-zé/% ]{0,6}",
    ]
}

fn bedside_of(observations: Vec<Value>, is_on_scale_2: bool) -> Bedside {
    let mut bedside = Bedside::empty();
    bedside.observations = observations;
    match is_on_scale_2 {
        true => bedside.on_scale_2(),
        false => bedside,
    }
}

proptest! {
    #[test]
    fn any_chart_has_a_plain_total_only_where_all_seven_have_points(
        observations in prop::collection::vec(anything(), 0..40),
        is_on_scale_2: bool,
    ) {
        let answer = bedside_of(observations, is_on_scale_2).news2();
        let components = answer["components"].as_array().unwrap();
        prop_assert_eq!(components.len(), 7);
        let points: Vec<u64> = components.iter().filter_map(|component| component["outcome"]["points"].as_u64()).collect();
        let sum: u64 = points.iter().sum();
        let total = &answer["total"];
        match points.len() {
            7 => prop_assert_eq!(&total["total"], sum),
            present => {
                prop_assert_eq!(total.get("total"), None);
                prop_assert_eq!(total.get("risk"), None);
                prop_assert_eq!(&total["at_least"], sum);
                prop_assert_eq!(&total["present"], present);
                prop_assert_eq!(&total["is_high"], points.contains(&3) || sum >= 7);
            }
        }
    }

    #[test]
    fn the_order_of_the_record_has_no_say(
        (observations, shuffled) in prop::collection::vec(anything(), 0..40)
            .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        is_on_scale_2: bool,
    ) {
        prop_assert_eq!(bedside_of(observations, is_on_scale_2).news2(), bedside_of(shuffled, is_on_scale_2).news2());
    }

    #[test]
    fn what_is_used_is_of_one_set(observations in prop::collection::vec(anything(), 0..40)) {
        let answer = bedside_of(observations, false).news2();
        let times: Vec<Timestamp> = answer["components"].as_array().unwrap().iter()
            .filter(|component| component["outcome"]["type"] == "points")
            .map(|component| component["outcome"]["at"].as_str().unwrap().parse().unwrap())
            .collect();
        if let (Some(first), Some(last)) = (times.iter().min(), times.iter().max()) {
            prop_assert!(last.duration_since(*first) <= jiff::SignedDuration::from_mins(60));
            prop_assert_eq!(answer["oldest"].as_str().unwrap().parse::<Timestamp>().unwrap(), *first);
        }
    }

    #[test]
    fn a_set_that_is_completed_has_at_least_what_was_said(
        set in whole_set(),
        is_there in prop::collection::vec(any::<bool>(), 7),
        is_on_scale_2: bool,
    ) {
        let whole = bedside_of(set.clone(), is_on_scale_2).total();
        let part = set.into_iter().zip(&is_there).filter(|(_, is_there)| **is_there).map(|(one, _)| one).collect();
        let part = bedside_of(part, is_on_scale_2).total();
        prop_assert_eq!(&whole["type"], "complete");
        if is_there.contains(&false) {
            prop_assert_eq!(&part["type"], "incomplete");
            prop_assert!(part["at_least"].as_u64() <= whole["total"].as_u64());
        }
    }
}
