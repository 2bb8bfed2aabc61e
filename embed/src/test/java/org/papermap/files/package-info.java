@NullMarked
package org.papermap.files;

import org.jspecify.annotations.NullMarked;
