/// Rows and columns: CSV, TSV and their kin.
@NullMarked
package org.papermap.embed.internal.formats.table;

import org.jspecify.annotations.NullMarked;
