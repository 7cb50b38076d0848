//! JSON as a small tree over the bytes. Numbers stay as they were written, and the narrative (`div`) is passed over.

mod element;

pub(crate) use element::{Object, Path};

use crate::limits;
use crate::read::Unreadable;
use jiter::{Jiter, JiterError, Peek};
use std::borrow::Cow;

/// A value of JSON.
pub enum Node<'a> {
    /// Nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it was written.
    Number(&'a str),
    /// A text, without its escapes.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// An object; of members with the same name the last one counts.
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

/// Reads bytes whole. JSON beyond the limits on depth (40) and number of values (a million) is refused.
pub fn parse(bytes: &[u8]) -> Result<Node<'_>, Unreadable> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut tree = Tree {
        bytes,
        jiter: Jiter::new(bytes),
        nodes_left: limits::NODES,
    };
    let peek = tree.jiter.peek().map_err(not_json)?;
    let node = tree.node(peek, limits::DEPTH)?;
    tree.jiter.finish().map_err(not_json)?;
    Ok(node)
}

fn not_json(error: JiterError) -> Unreadable {
    Unreadable::NotJson { index: error.index }
}

struct Tree<'a> {
    bytes: &'a [u8],
    jiter: Jiter<'a>,
    nodes_left: usize,
}

impl<'a> Tree<'a> {
    fn node(&mut self, peek: Peek, depth_left: usize) -> Result<Node<'a>, Unreadable> {
        self.nodes_left = self.nodes_left.checked_sub(1).ok_or(Unreadable::TooLarge)?;
        Ok(match peek {
            Peek::Null => {
                self.jiter.known_null().map_err(not_json)?;
                Node::Null
            }
            Peek::True | Peek::False => Node::Bool(self.jiter.known_bool(peek).map_err(not_json)?),
            Peek::String => Node::Text(kept(self.bytes, self.jiter.known_str().map_err(not_json)?)),
            Peek::Array => self.list(deeper(depth_left)?)?,
            Peek::Object => self.object(deeper(depth_left)?)?,
            _ => {
                let start = self.jiter.current_index();
                self.jiter.known_number_bytes(peek).map_err(not_json)?;
                let written = self.jiter.slice_to_current(start);
                let written = std::str::from_utf8(written)
                    .map_err(|_| Unreadable::NotJson { index: start })?;
                Node::Number(written)
            }
        })
    }

    fn list(&mut self, depth_left: usize) -> Result<Node<'a>, Unreadable> {
        let mut items = Vec::new();
        let mut next = self.jiter.known_array().map_err(not_json)?;
        while let Some(peek) = next {
            items.push(self.node(peek, depth_left)?);
            next = self.jiter.array_step().map_err(not_json)?;
        }
        Ok(Node::List(items))
    }

    fn object(&mut self, depth_left: usize) -> Result<Node<'a>, Unreadable> {
        let mut members = Vec::new();
        let mut next = self.jiter.known_object().map_err(not_json)?;
        while let Some(name) = next {
            let name = kept(self.bytes, name);
            let peek = self.jiter.peek().map_err(not_json)?;
            if name == "div" {
                self.jiter.known_skip(peek).map_err(not_json)?;
            } else {
                let node = self.node(peek, depth_left)?;
                members.push((name, node));
            }
            next = self.jiter.next_key().map_err(not_json)?;
        }
        Ok(Node::Object(members))
    }
}

fn deeper(depth_left: usize) -> Result<usize, Unreadable> {
    depth_left.checked_sub(1).ok_or(Unreadable::TooLarge)
}

/// A text without escapes is a piece of the bytes themselves and is not copied.
fn kept<'a>(bytes: &'a [u8], text: &str) -> Cow<'a, str> {
    let start = text.as_ptr().addr().checked_sub(bytes.as_ptr().addr());
    let piece = start.and_then(|start| bytes.get(start..start.checked_add(text.len())?));
    match piece.and_then(|piece| std::str::from_utf8(piece).ok()) {
        Some(piece) => Cow::Borrowed(piece),
        None => Cow::Owned(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
    use super::*;

    fn written(node: &Node) -> String {
        match node {
            Node::Null => "null".into(),
            Node::Bool(is) => is.to_string(),
            Node::Number(text) => (*text).into(),
            Node::Text(text) => format!("{text:?}"),
            Node::List(items) => format!(
                "[{}]",
                items.iter().map(written).collect::<Vec<_>>().join(",")
            ),
            Node::Object(members) => {
                let members = members.iter().map(|(k, v)| format!("{k}:{}", written(v)));
                format!("{{{}}}", members.collect::<Vec<_>>().join(","))
            }
        }
    }

    #[test]
    fn numbers_stay_as_written_and_escapes_are_read() {
        let bytes = br#" {"a": [1.40, -0, 1e-7, 12345678901234567890.10], "b\n": "x\u00e9y", "c": null, "d": true, "": ""} "#;
        let tree = parse(bytes).unwrap();
        let expected = "{a:[1.40,-0,1e-7,12345678901234567890.10],b\n:\"xéy\",c:null,d:true,:\"\"}";
        assert_eq!(written(&tree), expected);
    }

    #[test]
    fn the_narrative_is_passed_over() {
        let tree = parse(br#"{"text": {"status": "generated", "div": "<div>Ben</div>"}}"#).unwrap();
        assert_eq!(written(&tree), "{text:{status:\"generated\"}}");
    }

    #[test]
    fn a_byte_order_mark_is_no_obstacle() {
        assert_eq!(written(&parse(b"\xef\xbb\xbf[]").unwrap()), "[]");
    }

    #[test]
    fn depth_and_number_of_values_are_limited() {
        let nested = |depth: usize| [vec![b'['; depth], vec![b']'; depth]].concat();
        assert!(parse(&nested(limits::DEPTH)).is_ok());
        assert_eq!(
            parse(&nested(limits::DEPTH + 1)).err(),
            Some(Unreadable::TooLarge)
        );
        let wide = |count: usize| format!("[{}0]", "0,".repeat(count - 1)).into_bytes();
        assert!(parse(&wide(limits::NODES - 1)).is_ok());
        assert_eq!(
            parse(&wide(limits::NODES)).err(),
            Some(Unreadable::TooLarge)
        );
    }

    #[test]
    fn what_is_not_json_says_where() {
        for (bytes, index) in [
            (&b"<html>"[..], 0),
            (b"{\"a\": ", 6),
            (b"[1,]", 3),
            (b"[] []", 3),
            (b"", 0),
        ] {
            assert_eq!(parse(bytes).err(), Some(Unreadable::NotJson { index }));
        }
        assert!(parse(b"[\"\xff\"]").is_err());
        assert!(parse(b"[NaN]").is_err());
    }
}
