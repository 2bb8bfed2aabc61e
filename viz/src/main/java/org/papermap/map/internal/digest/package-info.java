/// The letter of `papermap digest`: what is new on a map, topic by topic.
@NullMarked
package org.papermap.map.internal.digest;

import org.jspecify.annotations.NullMarked;
