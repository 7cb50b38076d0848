//! The tests that every storage engine has to pass.
