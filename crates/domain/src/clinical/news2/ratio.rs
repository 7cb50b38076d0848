//! Exact arithmetic for rounding: no floating point, in which 37.95 is a little less.

use crate::field::number::Decimal;

/// A number as a fraction. A [`Decimal`] has at most 30 digits, so that nothing here comes near the end of an `i128`.
#[derive(Clone, Copy)]
pub(super) struct Ratio {
    numerator: i128,
    /// Above zero.
    denominator: i128,
}

impl Ratio {
    /// The number as written.
    pub(super) fn of(decimal: &Decimal) -> Option<Self> {
        let written = decimal.as_str();
        let (whole, fraction) = written.split_once('.').unwrap_or((written, ""));
        let places = u32::try_from(fraction.len()).ok()?;
        Some(Self {
            numerator: format!("{whole}{fraction}").parse().ok()?,
            denominator: 10_i128.checked_pow(places)?,
        })
    }

    /// °F as °C.
    pub(super) fn celsius_of_fahrenheit(self) -> Self {
        Self {
            numerator: (self.numerator - 32 * self.denominator) * 5,
            denominator: self.denominator * 9,
        }
    }

    /// So many times the number.
    pub(super) fn times(self, factor: i128) -> Self {
        Self {
            numerator: self.numerator * factor,
            ..self
        }
    }

    /// The nearest integer, half up.
    pub(super) fn rounded(self) -> i128 {
        (2 * self.numerator + self.denominator).div_euclid(2 * self.denominator)
    }

    /// Below zero.
    pub(super) fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// Zero, however written.
    pub(super) fn is_zero(self) -> bool {
        self.numerator == 0
    }
}
