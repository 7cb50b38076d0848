//! Closed sets of named structs that are told apart by a `type` on the wire and in the journal.

/// Makes an enum of structs whose JSON is the struct's with a `type` in front, read in one pass: serde's own internally tagged
/// enums copy the whole value into a buffer first, and lose the path to a wrong part. `type` may also stand elsewhere than first.
macro_rules! tagged {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($tag:tt => $variant:ident,)+ }) => {
        #[derive(Clone, PartialEq, serde::Serialize, utoipa::ToSchema)]
        #[serde(tag = "type")]
        $(#[$meta])*
        $vis enum $name {
            $(
                #[doc = concat!("`", $tag, "`")]
                #[serde(rename = $tag)]
                $variant($variant),
            )+
        }

        impl $name {
            /// The `type` on the wire.
            pub const fn type_name(&self) -> &'static str {
                match self { $($name::$variant(_) => $tag,)+ }
            }

            /// Every `type`, in the order of the documentation.
            pub const TYPE_NAMES: &'static [&'static str] = &[$($tag,)+];
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl<'de> serde::de::Visitor<'de> for Visitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object with a `type`")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        use serde::de::{Error, value::MapAccessDeserializer};
                        use serde::Deserialize;
                        let mut before = serde_json::Map::new();
                        while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
                            if key != "type" {
                                before.insert(key.into_owned(), map.next_value()?);
                                continue;
                            }
                            let tag: std::borrow::Cow<'de, str> = map.next_value()?;
                            if before.is_empty() {
                                return match &*tag {
                                    $($tag => $variant::deserialize(MapAccessDeserializer::new(map)).map($name::$variant),)+
                                    unknown => Err(A::Error::unknown_variant(unknown, $name::TYPE_NAMES)),
                                };
                            }
                            while let Some(key) = map.next_key::<String>()? {
                                before.insert(key, map.next_value()?);
                            }
                            let rest = serde_json::Value::Object(before);
                            return match &*tag {
                                $($tag => $variant::deserialize(rest).map($name::$variant).map_err(A::Error::custom),)+
                                unknown => Err(A::Error::unknown_variant(unknown, $name::TYPE_NAMES)),
                            };
                        }
                        Err(A::Error::missing_field("type"))
                    }
                }
                deserializer.deserialize_map(Visitor)
            }
        }
    };
}
pub(crate) use tagged;
