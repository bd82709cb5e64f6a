//! What goes out comes back, what cannot be read is named, and nothing a file holds makes a reader panic.

#[cfg(test)]
mod apps;
#[cfg(test)]
mod archive;
#[cfg(test)]
mod columns;
#[cfg(test)]
mod cuts;
#[cfg(test)]
mod everyday;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod people;
#[cfg(test)]
mod ratings;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod sample;
