@NullMarked
package org.papermap.embed.internal.files;

import org.jspecify.annotations.NullMarked;
