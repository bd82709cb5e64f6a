//! Recovery words: a passphrase of seven random words, 77 bits, that can be written down, read out and typed.

use tidemark_model::Entropy;
use zeroize::{Zeroize, Zeroizing};

/// 2048 words, so that eleven random bits choose one without bias.
const LIST: &str = include_str!("words/english.txt");
/// Words of a passphrase: 7 × 11 = 77 bits, more than anybody can try at a tenth of a second each.
pub(crate) const COUNT: usize = 7;

/// Seven random words, joined by spaces.
pub(crate) fn random(entropy: &mut dyn Entropy) -> Zeroizing<String> {
    let mut words = Zeroizing::new(String::with_capacity(COUNT * 9));
    for at in 0..COUNT {
        let mut bytes = [0_u8; 2];
        entropy.fill(&mut bytes);
        let place = usize::from(u16::from_le_bytes(bytes) % 2048);
        bytes.zeroize();
        if at > 0 {
            words.push(' ');
        }
        words.push_str(LIST.lines().nth(place).unwrap_or_default());
    }
    words
}

/// What was typed as recovery words, in the form they were made: small letters, one space between. Anything that is not
/// exactly seven words of the list is left as it is.
pub(crate) fn as_made(typed: &str) -> Zeroizing<String> {
    let small = Zeroizing::new(typed.to_lowercase());
    let known = |word: &str| LIST.lines().any(|listed| listed == word);
    let words = small.split_whitespace();
    if words.clone().count() == COUNT && words.clone().all(known) {
        let mut joined = Zeroizing::new(String::with_capacity(small.len()));
        for word in words {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(word);
        }
        return joined;
    }
    Zeroizing::new(typed.to_owned())
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};
    use tidemark_model::SeededEntropy;

    use super::*;

    #[test]
    fn the_list_is_the_published_one() {
        // `sha256sum` of the list in the package `mnemonic`; 2^11 different words of the first four letters.
        let bytes = Sha256::digest(LIST);
        let hex = bytes.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
        assert_eq!(hex, "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda");
        let starts: std::collections::BTreeSet<&str> =
            LIST.lines().map(|word| &word[..word.len().min(4)]).collect();
        assert_eq!((LIST.lines().count(), starts.len()), (2048, 2048));
    }

    #[test]
    fn words_are_taken_however_they_are_typed() {
        let made = random(&mut SeededEntropy::new(5));
        assert_eq!(made.split(' ').count(), 7);
        let typed = format!("  {}\n", made.to_uppercase().replace(' ', "   "));
        assert_eq!(*as_made(&typed), *made);
        // A passphrase of one's own keeps every space and letter.
        assert_eq!(*as_made("Abandon  Ability"), "Abandon  Ability");
        assert_eq!(
            *as_made("Abandon ability able about above absent nosuchword"),
            "Abandon ability able about above absent nosuchword"
        );
    }
}
