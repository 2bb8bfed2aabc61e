/// Writes a map as one HTML file or as a picture, and reads the file back. Begin with
/// [org.papermap.viz.MapWriter]; how the page works is told in `viz/docs/page.md`.
///
/// What has to be solved before a map can be drawn lies in the packages below `internal`: where
/// groups lie and their colours in `shapes`, the places of names in `labels`, the page's texts in
/// `page`.
@NullMarked
package org.papermap.viz;

import org.jspecify.annotations.NullMarked;
