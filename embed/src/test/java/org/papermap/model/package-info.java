@NullMarked
package org.papermap.model;

import org.jspecify.annotations.NullMarked;
