//! The passwords that are guessed first.

/// Sorted by their bytes, in lower case, one a line; `data/README.md` says where they come from.
const LIST: &str = include_str!("../data/common-passwords.txt");

/// Whether a password is one of the commonest, however its letters are written.
pub(crate) fn has(password: &str) -> bool {
    let wanted = password.to_lowercase();
    // Some ten thousand comparisons are nothing beside a hash, and this is done when a password is set.
    LIST.lines().any(|common| common == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_holds_what_the_other_rules_would_accept() {
        assert!(LIST.lines().count() >= 3_000);
        assert!(LIST.lines().all(|line| line.chars().count() >= 8));
        for common in ["password", "PassWord", "12345678", "1qaz2wsx", "iloveyou"] {
            assert!(has(common), "{common}");
        }
        assert!(!has("a long enough password"));
    }
}
