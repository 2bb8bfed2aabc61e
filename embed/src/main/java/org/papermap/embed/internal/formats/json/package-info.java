/// JSON and its kin.
@NullMarked
package org.papermap.embed.internal.formats.json;

import org.jspecify.annotations.NullMarked;
