/// The cache folder's contents: vectors by the hash of their text, and manifests. Not API.
@NullMarked
package org.papermap.embed.internal.cache;

import org.jspecify.annotations.NullMarked;
