//! Whether bytes hold a word: as UTF-8 or UTF-16, in base64 or hexadecimal digits, in either case.

/// The forms found, as `word as form`; empty when there are none.
pub(crate) fn found_in(bytes: &[u8], words: &[String]) -> Vec<String> {
    let lower = bytes.to_ascii_lowercase();
    let mut found = Vec::new();
    for word in words {
        let plain = word.to_ascii_lowercase().into_bytes();
        let little: Vec<u8> = word.to_ascii_lowercase().encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = word.to_ascii_lowercase().encode_utf16().flat_map(u16::to_be_bytes).collect();
        let digits = word.bytes().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
        for (form, pattern) in
            [("UTF-8", plain), ("UTF-16LE", little), ("UTF-16BE", big), ("hex", digits.into_bytes())]
        {
            if holds(&lower, &pattern) {
                found.push(format!("{word} as {form}"));
            }
        }
        // The letters of a word fall on one of three places in base64; those at its ends depend on the neighbours.
        for before in 0..3 {
            let padded = [&b"\0\0"[..before], word.as_bytes()].concat();
            let whole = base64(&padded);
            let inner = &whole.as_bytes()[4 * usize::from(before > 0)..padded.len() / 3 * 4];
            if word.len() >= 12 && holds(bytes, inner) {
                found.push(format!("{word} as base64"));
            }
        }
    }
    found
}

fn holds(bytes: &[u8], pattern: &[u8]) -> bool {
    // A search by first byte, for speed in a debug build.
    let mut rest = bytes;
    while let Some(place) = rest.iter().position(|byte| *byte == pattern[0]) {
        if rest[place..].starts_with(pattern) {
            return true;
        }
        rest = &rest[place + 1..];
    }
    false
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let word =
            three.iter().chain([&0, &0]).take(3).fold(0_usize, |word, byte| word << 8 | usize::from(*byte));
        for place in [18, 12, 6, 0] {
            text.push(char::from(LETTERS[word >> place & 63]));
        }
    }
    text
}

#[test]
fn each_form_of_a_word_is_found() {
    let words = ["Zwölfzehn-acht".to_owned()];
    let utf16: Vec<u8> = words[0].encode_utf16().flat_map(u16::to_be_bytes).collect();
    // printf 'x. Zwölfzehn-acht!' | base64, and without its first and its first two bytes; | xxd -p.
    for text in [
        "say ZWölfzehn-Acht".as_bytes(),
        b"eC4gWnfDtmxmemVobi1hY2h0IQ==",
        b"LiBad8O2bGZ6ZWhuLWFjaHQh",
        b"IFp3w7ZsZnplaG4tYWNodCE=",
        b"5a77c3b66c667a65686e2d61636874",
        &utf16,
    ] {
        assert_eq!(found_in(text, &words).len(), 1, "{}", String::from_utf8_lossy(text));
    }
    assert_eq!(found_in(b"nothing of the kind", &words), Vec::<String>::new());
}
