/// Locks, drafts, folders and failures of files that several processes use; well-formed text. Not
/// API.
@NullMarked
package org.papermap.embed.internal.files;

import org.jspecify.annotations.NullMarked;
