/// Papers in saved web pages.
@NullMarked
package org.papermap.embed.internal.formats.html;

import org.jspecify.annotations.NullMarked;
