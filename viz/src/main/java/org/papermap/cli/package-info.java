/// The `papermap` command: a class for each subcommand, listed in [org.papermap.cli.Main]. None of
/// it is API; programs use [org.papermap.pipeline] and the packages that it uses.
@NullMarked
package org.papermap.cli;

import org.jspecify.annotations.NullMarked;
