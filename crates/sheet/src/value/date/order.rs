//! Whether a column writes the day or the month first. One date such as 14/07/1945 proves it for the whole column.

use serde::{Deserialize, Serialize};

use super::tokens::{Token, tokens};

/// Which of two numbers is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 14/07/1945, as in Europe.
    DayFirst,
    /// 07/14/1945, as in the United States.
    MonthFirst,
}

/// What the dates of a column say about their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "finding", content = "order", rename_all = "snake_case")]
#[schema(as = DateOrderFinding)]
pub enum OrderFinding {
    /// At least one date can only be read this way, and none only the other way; or a person said so.
    Proved(DateOrder),
    /// No date proves anything.
    Assumed(DateOrder),
    /// Some dates prove the one and some the other: those that could be both stay unread.
    Contradictory,
}

/// Weighs all texts of a column; without any proof the day is taken to be first, as English and French hospitals write.
pub fn find_date_order<'a>(texts: impl IntoIterator<Item = &'a str>) -> OrderFinding {
    let (mut day_first, mut month_first) = (false, false);
    for text in texts {
        let Some((first, second)) = two_numbers_before_a_year(text) else {
            continue;
        };
        day_first |= first > 12 && first <= 31 && second <= 12;
        month_first |= second > 12 && second <= 31 && first <= 12;
    }
    match (day_first, month_first) {
        (true, true) => OrderFinding::Contradictory,
        (false, true) => OrderFinding::Proved(DateOrder::MonthFirst),
        (true, false) => OrderFinding::Proved(DateOrder::DayFirst),
        (false, false) => OrderFinding::Assumed(DateOrder::DayFirst),
    }
}

fn two_numbers_before_a_year(text: &str) -> Option<(u32, u32)> {
    let text = text.trim();
    match text.bytes().next() {
        Some(first) if first.is_ascii_digit() && !text.contains(' ') => numbers_at_start(text),
        _ if text.contains(['/', '-', '.']) && text.contains(|c: char| c.is_ascii_digit()) => {
            numbers_among_words(text)
        }
        _ => None,
    }
}

/// The usual form, without a detour: a sheet has a hundred thousand of them.
fn numbers_at_start(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.split(['/', '-', '.']);
    let (first, second, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let year = rest.bytes().take_while(u8::is_ascii_digit).count();
    let mark = text.as_bytes().get(first.len());
    let is_date = first.len() <= 2
        && second.len() <= 2
        && matches!(year, 2 | 4)
        && mark == text.as_bytes().get(first.len() + 1 + second.len());
    if is_date {
        Some((first.parse().ok()?, second.parse().ok()?))
    } else {
        None
    }
}

fn numbers_among_words(text: &str) -> Option<(u32, u32)> {
    let tokens = tokens(text)?;
    match tokens.as_slice() {
        [
            Token::Digits(first),
            Token::Mark(a),
            Token::Digits(second),
            Token::Mark(b),
            Token::Digits(year),
            ..,
        ] if a == b
            && matches!(a, '/' | '-' | '.')
            && first.len() <= 2
            && second.len() <= 2
            && matches!(year.len(), 2 | 4) =>
        {
            Some((first.parse().ok()?, second.parse().ok()?))
        }
        _ => None,
    }
}
