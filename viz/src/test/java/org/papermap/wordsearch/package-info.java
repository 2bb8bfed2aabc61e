@NullMarked
package org.papermap.wordsearch;

import org.jspecify.annotations.NullMarked;
