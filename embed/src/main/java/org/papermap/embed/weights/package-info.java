/// The model store: published weights, turned once into archives that the engine loads.
@NullMarked
package org.papermap.embed.weights;

import org.jspecify.annotations.NullMarked;
