/// A map as a value. [org.papermap.map.PaperMap] is all that was calculated of some papers;
/// [org.papermap.map.MapDescription] is what the files of a map tell of it, and what a page is read
/// back into. Nothing here reads or writes files.
@NullMarked
package org.papermap.map;

import org.jspecify.annotations.NullMarked;
