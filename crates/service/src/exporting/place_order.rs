//! The order of places as a ward walks them: `A2` before `A10`, and whoever has no bed last.

use std::cmp::Ordering;

/// Compares two places.
pub(super) fn compare(one: &str, other: &str) -> Ordering {
    (one.is_empty(), key(one)).cmp(&(other.is_empty(), key(other)))
}

/// Numbers by their value, and other letters without case.
fn key(place: &str) -> Vec<(bool, usize, String)> {
    let mut parts: Vec<(bool, usize, String)> = Vec::new();
    for c in place.trim().chars().flat_map(char::to_lowercase) {
        let is_digit = c.is_ascii_digit();
        match parts.last_mut() {
            Some((digits, _, part)) if *digits == is_digit => part.push(c),
            _ => parts.push((is_digit, 0, c.to_string())),
        }
    }
    for (is_digit, length, part) in &mut parts {
        // Of numbers without leading zeros the longer one is the larger, however long they are.
        if *is_digit {
            *part = part.trim_start_matches('0').to_owned();
            *length = part.len();
        }
    }
    // Numbers before letters.
    for (is_digit, ..) in &mut parts {
        *is_digit = !*is_digit;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_ordered_as_a_ward_walks_them() {
        let mut places = ["A10", "", "b1", "A2", "A2 window", "007", "12", "A02"];
        places.sort_by(|one, other| compare(one, other));
        assert_eq!(
            places,
            ["007", "12", "A2", "A02", "A2 window", "A10", "b1", ""]
        );
    }
}
