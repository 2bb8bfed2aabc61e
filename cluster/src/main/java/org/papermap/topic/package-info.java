/// What a group of papers is about: names, keyphrases, exemplars, themes.
@NullMarked
package org.papermap.topic;

import org.jspecify.annotations.NullMarked;
