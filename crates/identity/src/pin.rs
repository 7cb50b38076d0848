//! The PIN that unlocks a session: what is accepted.

/// Digits of a PIN at least.
pub const PIN_DIGITS_AT_LEAST: usize = 6;
/// Digits of a PIN at most.
pub const PIN_DIGITS_AT_MOST: usize = 32;
/// Wrong PINs in a row that end a session.
pub const WRONG_PINS_AT_MOST: u8 = 5;

/// Why a PIN is not accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PinRule {
    /// It is not made of digits, or has fewer than [`PIN_DIGITS_AT_LEAST`] or more than [`PIN_DIGITS_AT_MOST`].
    NotDigits,
    /// One digit again and again, or digits in a row: what is tried first.
    TooSimple,
}

/// Judges a new PIN.
pub(crate) fn judge(pin: &str) -> Result<(), PinRule> {
    let is_long_enough = (PIN_DIGITS_AT_LEAST..=PIN_DIGITS_AT_MOST).contains(&pin.len());
    if !is_long_enough || !pin.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(PinRule::NotDigits);
    }
    let steps: Vec<i16> = pin
        .as_bytes()
        .windows(2)
        .map(|pair| match pair {
            [a, b] => i16::from(*b) - i16::from(*a),
            _ => 0,
        })
        .collect();
    let is_even = |wanted: i16| steps.iter().all(|step| *step == wanted);
    if is_even(0) || is_even(1) || is_even(-1) {
        return Err(PinRule::TooSimple);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_has_six_digits_that_are_not_the_first_ones_to_try() {
        for pin in ["", "12345", "12345a", "１２３４５６", &"1".repeat(33)] {
            assert_eq!(judge(pin), Err(PinRule::NotDigits), "{pin}");
        }
        for pin in ["000000", "123456", "9876543"] {
            assert_eq!(judge(pin), Err(PinRule::TooSimple), "{pin}");
        }
        for pin in ["271828", "112233", "13579024"] {
            assert_eq!(judge(pin), Ok(()), "{pin}");
        }
    }
}
