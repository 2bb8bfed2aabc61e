/// The reader's own themes, and the papers that belong to them.
@NullMarked
package org.papermap.theme;

import org.jspecify.annotations.NullMarked;
