//! Which words are in a note that an app wrote with its markup? `<br>` is a line break, `&amp;` an ampersand.
//!
//! Takes off only the tags that Daylio's editor makes; any other `<` is the person's own, as in `<3`.

/// The words of a note.
pub(super) fn plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        words.push_str(before);
        let (read, after) = if from.starts_with('<') { tag(from) } else { entity(from) };
        match read {
            Some(text) => words.push_str(&text),
            None => words.extend(from.chars().next()),
        }
        rest = after;
    }
    words.push_str(rest);
    words
}

/// Most characters of a tag or entity; a limit keeps a text of nothing but signs from being searched over and over.
const MOST: usize = 60;

/// What stands between the first sign of `text` and `end`, and what follows it.
fn until(text: &str, end: char) -> Option<(&str, &str)> {
    let rest = text.get(1..)?;
    let (at, _) = rest.char_indices().take(MOST).find(|(_, c)| *c == end)?;
    Some((rest.get(..at)?, rest.get(at + end.len_utf8()..)?))
}

/// What a tag at the start of `text` stands for, and what follows it; nothing, and what follows the sign, for no tag.
fn tag(text: &str) -> (Option<String>, &str) {
    let no_tag = (None, text.get(1..).unwrap_or_default());
    let Some((inside, after)) = until(text, '>') else { return no_tag };
    let name = inside
        .trim_end_matches('/')
        .split(char::is_whitespace)
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let stands_for = match name.as_str() {
        "br" | "/p" | "/div" | "/li" => "\n",
        "li" => "- ",
        "b" | "/b" | "i" | "/i" | "u" | "/u" | "s" | "/s" | "strong" | "/strong" | "em" | "/em" | "ul"
        | "/ul" | "ol" | "/ol" | "p" | "div" | "span" | "/span" | "font" | "/font" => "",
        _ => return no_tag,
    };
    (Some(stands_for.to_owned()), after)
}

/// The character that an entity at the start of `text` names, and what follows it; nothing for no entity.
fn entity(text: &str) -> (Option<String>, &str) {
    let no_entity = (None, text.get(1..).unwrap_or_default());
    let Some((name, after)) = until(text, ';') else { return no_entity };
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    let named = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => match name.strip_prefix('#') {
            Some(code) => match code.strip_prefix(['x', 'X']) {
                Some(digits) => number(digits, 16),
                None => number(code, 10),
            },
            None => None,
        },
    };
    match named {
        Some(c) => (Some(c.to_string()), after),
        None => no_entity,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_editors_tags_go_and_the_persons_signs_stay() {
        assert_eq!(plain("one<br>two<br/>three<BR />four"), "one\ntwo\nthree\nfour");
        assert_eq!(
            plain("<b>tea</b> &amp; cake &lt;3 &#228; &#xE4; &quot;x&quot;"),
            "tea & cake <3 ä ä \"x\""
        );
        assert_eq!(plain("<ul><li>one</li><li>two</li></ul>"), "- one\n- two\n");
        for own in ["I <3 you", "a < b > c", "A & B, &unknown;", "<", "&", "5 <", "&#xD800;", "<x>", "&;"] {
            assert_eq!(plain(own), own);
        }
    }
}
