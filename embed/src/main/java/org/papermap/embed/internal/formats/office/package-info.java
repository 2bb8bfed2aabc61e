/// Papers in binary files: spreadsheets, Parquet tables, PDF.
@NullMarked
package org.papermap.embed.internal.formats.office;

import org.jspecify.annotations.NullMarked;
