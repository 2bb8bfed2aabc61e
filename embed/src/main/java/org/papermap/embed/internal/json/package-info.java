/// JSON by Jackson's streaming core and tree nodes, without its mapper.
@NullMarked
package org.papermap.embed.internal.json;

import org.jspecify.annotations.NullMarked;
