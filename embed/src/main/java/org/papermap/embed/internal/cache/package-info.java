/// What is kept in the cache folder: vectors by the hash of their text, manifests. Not API.
@NullMarked
package org.papermap.embed.internal.cache;

import org.jspecify.annotations.NullMarked;
