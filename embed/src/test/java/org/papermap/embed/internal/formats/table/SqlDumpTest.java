package org.papermap.embed.internal.formats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;

class SqlDumpTest {
  @Test
  void reads_a_dump_of_mysql_and_counts_other_tables() throws IOException {
    Gathered read =
        Gathered.of(
            """
            -- MySQL dump 10.13
            CREATE TABLE `papers` (
              `id` int(11) NOT NULL AUTO_INCREMENT,
              `title` varchar(500) DEFAULT NULL COMMENT 'as printed, (in full)',
              `abstract` text,
              `year` int DEFAULT NULL,
              PRIMARY KEY (`id`),
              KEY `by_year` (`year`)
            );
            INSERT INTO `papers` VALUES (1,'The sailor\\'s knots; (wet)','We tie\\ntwo hundred.',2019),
            (2,'Nets',NULL,2020);
            INSERT INTO `users` (`id`,`name`,`created_at`) VALUES (1,'Ada','2020-01-01');
            """);

    assertThat(read.words()).isEqualTo("SQL dump");
    assertThat(read.titles()).containsExactly("The sailor's knots; (wet)", "Nets");
    assertThat(read.abstracts()).containsExactly("We tie two hundred.", "");
    assertThat(read.all(Field.DATE)).containsExactly("2019", "2020");
    assertThat(read.record(1).line()).isEqualTo(11);
    assertThat(read.told())
        .containsExactly("navigation 1: the table users is not one of papers: 1 rows");
  }

  @Test
  void reads_what_sqlite_and_sql_server_write() throws IOException {
    Gathered sqlite =
        Gathered.of(
            """
            PRAGMA foreign_keys=OFF;
            BEGIN TRANSACTION;
            CREATE TABLE articles (pmid TEXT, title TEXT, abstract TEXT);
            INSERT INTO articles VALUES('30000001','The sailor''s knots','A path C:\\new');
            COMMIT;
            """);
    Gathered server =
        Gathered.of(
            """
            USE [library]
            GO
            INSERT [dbo].[Papers] ([Title], [Abstract], [Published]) VALUES (N'Knots', N'We tie.', CAST(N'2019-05-01' AS Date))
            GO
            """);

    assertThat(sqlite.titles()).containsExactly("The sailor's knots");
    assertThat(sqlite.abstracts()).containsExactly("A path C:\\new");
    assertThat(sqlite.all(Field.PUBMED)).containsExactly("30000001");
    assertThat(server.titles()).containsExactly("Knots");
    assertThat(server.all(Field.DATE)).containsExactly("2019-05-01");
  }

  @Test
  void reads_what_postgresql_copies() throws IOException {
    Gathered read =
        Gathered.of(
            "-- PostgreSQL database dump\n\nCOPY public.papers (id, title, abstract) FROM stdin;\n"
                + "1\tKnots\\tin rope\tWe tie.\n2\tNets\t\\N\n3\tShort\n\\.\n\n-- done\n");

    assertThat(read.titles()).containsExactly("Knots in rope", "Nets");
    assertThat(read.abstracts()).containsExactly("We tie.", "");
    assertThat(read.told()).containsExactly("malformed 6: 3 columns are named and here are 2");
  }

  @Test
  void a_dump_without_papers_is_refused_with_its_tables() {
    assertThatThrownBy(() ->
            Gathered.of(
                "-- MySQL dump\n"
                    + "INSERT INTO `users` (`id`,`name`,`email`) VALUES (1,'Ada','a@b.org');\n"))
        .hasMessageStartingWith("an SQL dump without a table of papers, only users. ");
  }
}
