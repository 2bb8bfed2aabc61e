/// The list of all formats, and the choice between them.
@NullMarked
package org.papermap.embed.internal.formats.registry;

import org.jspecify.annotations.NullMarked;
