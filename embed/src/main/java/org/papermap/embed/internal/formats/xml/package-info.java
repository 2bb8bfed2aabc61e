/// Papers in XML: what services and reference managers write.
@NullMarked
package org.papermap.embed.internal.formats.xml;

import org.jspecify.annotations.NullMarked;
