//! What no single part can prove; the tests are beside this file, the data above it.
