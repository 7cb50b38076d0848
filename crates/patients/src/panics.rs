//! What is said of a panic: where it was. What it says itself may hold anything that the code had in hand, names included.

use std::panic::{PanicHookInfo, set_hook};

/// From now on panics are logged by their place only.
pub(crate) fn begin() {
    set_hook(Box::new(|panic| {
        tracing::error!(place = place(panic), "a panic: report it")
    }));
}

fn place(panic: &PanicHookInfo<'_>) -> String {
    panic.location().map_or_else(
        || "unknown".to_owned(),
        |location| format!("{}:{}", location.file(), location.line()),
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;
    use std::sync::{Arc, Mutex};

    #[test]
    fn of_a_panic_its_place_is_said_and_never_its_text() {
        let said = Arc::new(Mutex::new(String::new()));
        let heard = said.clone();
        let before = std::panic::take_hook();
        set_hook(Box::new(move |panic| *heard.lock().unwrap() = place(panic)));
        let name = String::from("CANARYÉ");
        // As the standard library panics: with the whole text.
        let cut = std::panic::catch_unwind(|| name[..7].len());
        set_hook(before);
        let payload = cut.unwrap_err();
        let text = payload.downcast_ref::<String>().unwrap();
        assert!(text.contains("CANARY"), "{text}");
        let said = said.lock().unwrap();
        assert!(
            said.contains("panics.rs:") && !said.contains("CANARY"),
            "{said}"
        );
    }
}
