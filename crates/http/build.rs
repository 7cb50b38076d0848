//! The web build is embedded at compile time: a newer one means compiling again.

fn main() {
    println!("cargo::rerun-if-changed=../../web/dist");
}
