"""Documentation as pages: code in colours, pairs beside each other, links that lead on, no HTML from elsewhere."""

from pathlib import Path

from harness.report.articles import read_article, render_markdown
from tests.projects import write_project


def test_html_in_markdown_is_text() -> None:
    assert render_markdown("A <script>alert(1)</script> <b>b</b>\n\n<img src=x onerror=y>\n") == (
        "<p>A &lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;b&lt;/b&gt;</p>\n<p>&lt;img src=x onerror=y&gt;</p>\n"
    )


def test_a_link_that_runs_something_is_none() -> None:
    assert "href" not in render_markdown("[a](javascript:alert(1)) [b](data:text/html,x)")


def test_what_is_not_seen_is_made_visible() -> None:
    assert render_markdown("red \x1b[31m and \u202e") == "<p>red \\x1b[31m and \\u202e</p>\n"


def test_code_is_code_in_colours() -> None:
    assert render_markdown("```python\nx = '<b>'\n```\n") == (
        '<pre><code class="language-python"><span class="n">x</span> <span class="o">=</span> '
        "<span class=\"s1\">'&lt;b&gt;'</span></code></pre>\n"
    )


def test_comments_are_left_out_and_a_pair_stands_side_by_side() -> None:
    pair = (
        "<!-- pair wrong=a right=b -->\n<table>\n<tr><th>wrong: a</th><th>right: <b></th></tr>\n<tr>\n"
        "<td>\n\n```text\none\n```\n\n</td>\n<td>\n\n```text\ntwo\n```\n\n</td>\n</tr>\n</table>\n<!-- end -->\n"
    )
    html = render_markdown(f"before\n\n{pair}\nafter\n")
    assert html == (
        '<p>before</p>\n<div class="pair">'
        '<section><h3 class="pair-head">wrong: a</h3><pre><code class="language-text">one</code></pre>\n</section>'
        '<section><h3 class="pair-head">right: &lt;b&gt;</h3><pre><code class="language-text">two</code></pre>\n'
        "</section></div><p>after</p>\n"
    )


def test_links_lead_to_pages_of_the_site_and_nowhere_else(tmp_path: Path) -> None:
    text = (
        "# The *title* of `x`\n\n`x`\n\nFirst [sentence](other.md#part). Second.\n\n"
        "[up](../lint.md) [gone](gone.md) [out](../../cases/a.md) [web](https://example.org/) [here](#x)\n"
    )
    docs = write_project(tmp_path, {"docs/a/page.md": text, "docs/a/other.md": "", "docs/lint.md": ""}) / "docs"
    write_project(tmp_path, {"cases/a.md": ""})
    article = read_article(docs / "a" / "page.md", docs)
    assert (article.path.as_posix(), article.title, article.about) == (
        "a/page.md",
        "The *title* of x",
        "First sentence.",
    )
    assert '<h1 id="the-title-of-x">' in article.html
    for there in ('href="other.html#part"', 'href="../lint.html"', 'href="https://example.org/"', 'href="#x"'):
        assert there in article.html
    assert article.html.count("href=") == 4


def test_sections_have_the_names_that_links_to_them_use() -> None:
    assert '<h2 id="what-one-sees">' in render_markdown("## What one sees\n")
    assert '<h2 id="atrous_conv2d">' in render_markdown("## atrous_conv2d\n")
