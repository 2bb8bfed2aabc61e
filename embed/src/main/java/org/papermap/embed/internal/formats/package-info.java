/// What a format of papers is: the content it is told by, the records it gives, the sink it gives
/// them to. The formats themselves lie in the packages below, their list in `registry`.
@NullMarked
package org.papermap.embed.internal.formats;

import org.jspecify.annotations.NullMarked;
