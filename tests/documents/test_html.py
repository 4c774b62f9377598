"""Code as highlighters and sites write it into pages, every block literally."""

import pytest

from harness.documents.document import Day
from harness.documents.html import blocks_of_html, read_page
from tests.documents.shown import Shown, shown

CASES: dict[str, tuple[str, list[Shown]]] = {
    "SyntaxHighlighter, numbers in a gutter": (
        (
            '<p>p</p><div id="h1" class="syntaxhighlighter  python"><div class="toolbar"><span><a href="#">?'
            '</a></span></div><table border="0"><tbody><tr><td class="gutter"><div class="line number1 index'
            '0 alt2">1</div><div class="line number2 index1 alt1">2</div><div class="line number3">3</div></'
            'td><td class="code"><div class="container"><div class="line number1 index0 alt2"><code class="p'
            'ython keyword">import</code> <code class="python plain">tensorflow as tf</code></div><div class'
            '="line number2 index1 alt1"><code class="python keyword">with</code> <code class="python plain"'
            '>tf.Session() as s:</code></div><div class="line number3"><code class="python spaces">&nbsp;&nb'
            'sp;&nbsp;&nbsp;</code><code class="python functions">print</code><code class="python plain">(s.'
            "run(tf.constant(1)))</code></div></div></td></tr></tbody></table></div><p>out</p>"
        ),
        [
            ("PROSE", "", [(1, "p")]),
            (
                "CODE",
                "python",
                [
                    (1, "import tensorflow as tf"),
                    (1, "with tf.Session() as s:"),
                    (1, "    print(s.run(tf.constant(1)))"),
                ],
            ),
            ("PROSE", "", [(1, "out")]),
        ],
    ),
    "Crayon, a hidden plain text and numbers in a column": (
        (
            '<div id="crayon-1" class="crayon-syntax crayon-theme"><div class="crayon-toolbar"><span class="'
            'crayon-title">x</span></div><div class="crayon-plain-wrap"><textarea class="crayon-plain print-'
            'no">import tensorflow as tf\n'
            'x = tf.constant(1)</textarea></div><div class="crayon-main"><table class="crayon-table"><tr cla'
            'ss="crayon-row"><td class="crayon-nums " data-settings="show"><div class="crayon-nums-content">'
            '<div class="crayon-num">1</div><div class="crayon-num crayon-striped-num">2</div></div></td><td'
            ' class="crayon-code"><div class="crayon-pre"><div class="crayon-line" id="l1"><span class="cray'
            'on-e">import </span><span>tensorflow as tf</span></div><div class="crayon-line crayon-striped-l'
            'ine"><span>x</span><span class="crayon-h"> </span>=<span> tf.constant(1)</span></div></div></td'
            "></tr></table></div></div>"
        ),
        [
            ("PROSE", "", [(1, "x")]),
            ("CODE", "", [(2, "import tensorflow as tf"), (2, "x = tf.constant(1)")]),
        ],
    ),
    "highlightjs-line-numbers, a table without numbers": (
        (
            '<pre class="prettyprint"><code class="language-python hljs"><table class="hljs-ln"><tbody><tr><'
            'td class="hljs-ln-line hljs-ln-numbers" data-line-number="1"><div class="hljs-ln-n" data-line-n'
            'umber="1"></div></td><td class="hljs-ln-line hljs-ln-code" data-line-number="1"><span class="hl'
            'js-keyword">import</span> tensorflow as tf</td></tr><tr><td class="hljs-ln-line hljs-ln-numbers'
            '" data-line-number="2"><div class="hljs-ln-n" data-line-number="2"></div></td><td class="hljs-l'
            'n-line hljs-ln-code" data-line-number="2"> </td></tr><tr><td class="hljs-ln-line hljs-ln-number'
            's" data-line-number="3"><div class="hljs-ln-n" data-line-number="3"></div></td><td class="hljs-'
            'ln-line hljs-ln-code" data-line-number="3">x = tf.constant(3)</td></tr></tbody></table></code><'
            "/pre>"
        ),
        [
            ("CODE", "python", [(1, "import tensorflow as tf"), (1, ""), (1, "x = tf.constant(3)")]),
        ],
    ),
    "numbers in a list behind the code": (
        (
            '<pre><code class="prism language-python has-numbering"><span class="token keyword">import</span'
            "> tensorflow <span>as</span> tf\n"
            'x <span class="token operator">=</span> tf<span>.</span>constant<span>(</span><span class="toke'
            'n number">3</span><span>)</span>\n'
            '</code><ul class="pre-numbering" style="opacity: 1"><li style="color: rgb(153, 153, 153);">1</l'
            "i><li>2</li></ul></pre>"
        ),
        [
            ("CODE", "python", [(1, "import tensorflow as tf"), (2, "x = tf.constant(3)")]),
        ],
    ),
    "dp.SyntaxHighlighter, a list outside of pre, spaces that do not break": (
        (
            '<div class="dp-highlighter bg_python"><div class="bar"><div class="tools"><b>[python]</b> <a hr'
            'ef="#">view plain</a></div></div><ol start="1" class="dp-py"><li class="alt"><span><span class='
            '"keyword">import</span><span>&nbsp;tensorflow&nbsp;as&nbsp;tf&nbsp;&nbsp;</span></span></li><li'
            "><span>for&nbsp;i&nbsp;in&nbsp;range(3):&nbsp;&nbsp;</span></li><li><span>&nbsp;&nbsp;&nbsp;&nb"
            "sp;print(i)</span></li></ol></div>"
        ),
        [
            ("PROSE", "", [(1, "[python] view plain")]),
            ("CODE", "python", [(1, "import tensorflow as tf"), (1, "for i in range(3):"), (1, "    print(i)")]),
        ],
    ),
    "numbers before each line": (
        (
            '<div class="cnblogs_code"><div class="cnblogs_code_toolbar"><span class="cnblogs_code_copy"><a '
            'href="#"><img src="x"></a></span></div><pre><span style="color: #008080;"> 1</span> <span style'
            '="color: #0000ff;">import</span><span> tensorflow as tf\n'
            '</span><span style="color: #008080;"> 2</span> \n'
            '<span style="color: #008080;"> 3</span> <span>with</span> tf.Session() as s:\n'
            '<span style="color: #008080;"> 4</span>     print(s.run(tf.constant(1)))</pre><div class="cnblo'
            'gs_code_toolbar"><span class="cnblogs_code_copy"></span></div></div>'
        ),
        [
            (
                "CODE",
                "",
                [
                    (1, "import tensorflow as tf"),
                    (2, ""),
                    (3, "with tf.Session() as s:"),
                    (4, "    print(s.run(tf.constant(1)))"),
                ],
            ),
        ],
    ),
    "GitHub, a row per line": (
        (
            '<table class="highlight tab-size js-file-line-container"><tr><td id="L1" class="blob-num js-lin'
            'e-number" data-line-number="1"></td><td id="LC1" class="blob-code blob-code-inner js-file-line"'
            '><span class=pl-k>import</span> tensorflow as tf</td></tr><tr><td class="blob-num js-line-numbe'
            'r" data-line-number="2"></td><td class="blob-code blob-code-inner js-file-line">\n'
            '</td></tr><tr><td class="blob-num" data-line-number="3"></td><td class="blob-code blob-code-inn'
            'er js-file-line">x = tf.constant(1)</td></tr></table>'
        ),
        [
            ("CODE", "", [(1, "import tensorflow as tf"), (1, ""), (2, "x = tf.constant(1)")]),
        ],
    ),
    "nbconvert, what a cell printed": (
        (
            '<div class="cell border-box-sizing code_cell rendered"><div class="input"><div class="prompt in'
            'put_prompt">In&nbsp;[1]:</div><div class="inner_cell"><div class="input_area"><div class=" high'
            'light hl-ipython3"><pre><span></span><span class="kn">import</span> tensorflow as tf\n'
            "<span>print</span>(1)\n"
            '</pre></div></div></div></div><div class="output_wrapper"><div class="output"><div class="outpu'
            't_area"><div class="prompt"></div><div class="output_subarea output_stream output_stdout output'
            '_text"><pre>loss 1.0\n'
            "loss 2.0\n"
            "</pre></div></div></div></div></div>"
        ),
        [
            ("PROSE", "", [(1, "In [1]:")]),
            ("CODE", "python", [(1, "import tensorflow as tf"), (2, "print(1)")]),
            ("OUTPUT", "", [(3, "loss 1.0"), (4, "loss 2.0")]),
        ],
    ),
    "JupyterLab, what a cell displays": (
        (
            '<div class="jp-Cell jp-CodeCell jp-Notebook-cell"><div class="jp-Cell-inputWrapper"><div class='
            '"jp-InputArea jp-Cell-inputArea"><div class="jp-InputPrompt jp-InputArea-prompt">In [1]:</div><'
            'div class="jp-CodeMirrorEditor jp-Editor jp-InputArea-editor"><div class="CodeMirror cm-s-jupyt'
            'er"><div class=" highlight hl-ipython3"><pre><span></span>import tensorflow as tf\n'
            '</pre></div></div></div></div></div><div class="jp-Cell-outputWrapper"><div class="jp-OutputAre'
            'a jp-Cell-outputArea"><div class="jp-OutputArea-child"><div class="jp-RenderedText jp-OutputAre'
            'a-output" data-mime-type="text/plain"><pre>0.5</pre></div></div></div></div></div>'
        ),
        [
            ("PROSE", "", [(1, "In [1]:")]),
            ("CODE", "python", [(1, "import tensorflow as tf")]),
            ("OUTPUT", "", [(2, "0.5")]),
        ],
    ),
    "code with br": (
        (
            "<p>So:</p><p><code>import tensorflow as tf<br>x = tf.constant(1)<br />&nbsp;&nbsp;y</code></p><"
            "p>step 1 loss 0.5<br>step 2 loss 0.4<br>step 3 loss 0.3</p>"
        ),
        [
            ("PROSE", "", [(1, "So:")]),
            ("CODE", "", [(1, "import tensorflow as tf"), (1, "x = tf.constant(1)"), (1, "  y")]),
            ("PREFORMATTED", "", [(1, "step 1 loss 0.5"), (1, "step 2 loss 0.4"), (1, "step 3 loss 0.3")]),
        ],
    ),
    "Chroma, two cells of a table": (
        (
            '<div class="highlight"><div class="chroma"><table class="lntable"><tr><td class="lntd"><pre tab'
            'index="0" class="chroma"><code><span class="lnt">1\n'
            '</span><span class="lnt">2\n'
            '</span></code></pre></td><td class="lntd"><pre tabindex="0" class="chroma"><code class="languag'
            'e-python" data-lang="python"><span class="line"><span class="cl"><span class="kn">import</span>'
            " tensorflow as tf\n"
            '</span></span><span class="line"><span class="cl">x = tf.constant(1)\n'
            "</span></span></code></pre></td></tr></table></div></div>"
        ),
        [
            ("CODE", "python", [(3, "import tensorflow as tf"), (4, "x = tf.constant(1)")]),
        ],
    ),
    "Rouge, pre in pre": (
        (
            '<div class="language-python highlighter-rouge"><div class="highlight"><pre class="highlight"><c'
            'ode><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">1\n'
            "2\n"
            '</pre></td><td class="rouge-code"><pre><span class="kn">import</span> tensorflow as tf\n'
            "x = tf.constant(1)\n"
            "</pre></td></tr></tbody></table></code></pre></div></div>"
        ),
        [
            ("CODE", "python", [(3, "import tensorflow as tf"), (4, "x = tf.constant(1)")]),
        ],
    ),
    "Sphinx, linenos as a table": (
        (
            '<div class="highlight-python3 notranslate"><table class="highlighttable"><tr><td class="linenos'
            '"><div class="linenodiv"><pre>1\n'
            '2</pre></div></td><td class="code"><div class="highlight"><pre><span></span>import tensorflow a'
            "s tf\n"
            "x = tf.constant(1)\n"
            "</pre></div></td></tr></table></div>"
        ),
        [
            ("CODE", "python", [(2, "import tensorflow as tf"), (3, "x = tf.constant(1)")]),
        ],
    ),
}


@pytest.mark.parametrize(("text", "blocks"), CASES.values(), ids=CASES.keys())
def test_blocks(text: str, blocks: list[Shown]) -> None:
    assert shown(blocks_of_html(text)) == blocks


def test_what_is_no_text_of_the_page_is_left_out() -> None:
    text = (
        "<html><head><title>T</title><style>p {}</style></head><body><!-- a comment --><nav><p>Menu</p></nav>"
        "<script>var x = 1;</script><p style='display: none'>Hidden</p><p>Seen</p>"
        "<footer><p>Foot</p></footer></body></html>"
    )
    assert shown(blocks_of_html(text)) == [("PROSE", "", [(1, "Seen")])]


def test_numbers_that_a_log_prints_are_no_line_numbers() -> None:
    text = "<p>Counted:</p><pre>1\n2\n3</pre><table><tr><td><pre>1 0.5\n2 0.4</pre></td></tr></table>"
    assert [[line for _, line in lines] for _, _, lines in shown(blocks_of_html(text))] == [
        ["Counted:"],
        ["1", "2", "3"],
        ["1 0.5", "2 0.4"],
    ]


def test_steps_that_a_log_counts_are_no_line_numbers() -> None:
    text = "<pre>1 loss 0.5\n2 loss 0.4\n3 loss 0.3</pre>"
    assert shown(blocks_of_html(text)) == [
        ("PREFORMATTED", "", [(1, "1 loss 0.5"), (2, "2 loss 0.4"), (3, "3 loss 0.3")])
    ]


def test_lines_may_be_elements() -> None:
    text = (
        '<pre data-lang="python"><code><span>import tensorflow as tf</span></code><code><br></code>'
        "<code><span>x = 1</span></code></pre>"
        "<textarea name='code' class='python'>y = tf.constant(2)\nz = y &gt; 1</textarea>"
    )
    assert shown(blocks_of_html(text)) == [
        ("CODE", "python", [(1, "import tensorflow as tf"), (1, ""), (1, "x = 1")]),
        ("CODE", "python", [(1, "y = tf.constant(2)"), (2, "z = y > 1")]),
    ]


def test_literals_that_a_highlighter_marks_are_no_line_numbers() -> None:
    text = '<pre>x = grads[<span class="number">0</span>]\ny = <span class="hljs-number">1</span></pre>'
    assert shown(blocks_of_html(text)) == [("CODE", "", [(1, "x = grads[0]"), (2, "y = 1")])]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            '<meta property="article:published_time" content="2018-05-09T12:00:00Z">',
            Day("2018-05-09", "meta article:published_time, line 1"),
        ),
        ('<p>\n<time datetime="2018-05-09">9 May</time>', Day("2018-05-09", "time, line 2")),
        (
            '<script type="application/ld+json">{"datePublished": "2018-05-09"}</script>',
            Day("2018-05-09", "datePublished, line 1"),
        ),
        ('<time datetime="2018-05-09">a</time><time datetime="2019-05-09">b</time>', None),
        (
            '<time datetime="2018-05-09">a</time><time itemprop="datePublished" datetime="2019-05-09">b</time>',
            Day("2019-05-09", "time, line 1"),
        ),
        ('<meta name="date" content="2012-01-01">', None),
    ],
)
def test_the_day_in_the_metadata(text: str, day: Day | None) -> None:
    assert read_page(text)[2] == day
