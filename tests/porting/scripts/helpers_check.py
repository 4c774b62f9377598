# Holds each helper of a port against the function of tf.contrib that it stands for: run by TensorFlow 1.15, with the
# folder of the helpers as its argument. Prints, for each, whether names of variables and shapes are the same, and how far
# outputs, gradients, regularizers and moved variables are apart at most, relative to the largest element.
import sys, os, glob, collections, contextlib, functools, copy, re, pickle
os.environ['TF_CPP_MIN_LOG_LEVEL']='3'
import warnings; warnings.filterwarnings('ignore')
import numpy as np
import tensorflow as tf
tf.logging.set_verbosity(tf.logging.ERROR)
H=sys.argv[1]+'/'
ns={'tf':tf,'collections':collections,'contextlib':contextlib,'functools':functools,'copy':copy,'numpy':np,'re':re,'pickle':pickle}
for p in sorted(glob.glob(H+'*.py')):
    exec(compile(open(p).read(),p,'exec'),ns)
C=tf.contrib
x2=np.random.RandomState(0).randn(6,5).astype('f'); x4=np.random.RandomState(1).randn(3,8,8,4).astype('f'); x3=np.random.RandomState(2).randn(3,4,5).astype('f')
def run(build, value):
    with tf.Graph().as_default() as g:
        tf.set_random_seed(3)
        x=tf.placeholder(tf.float32,(None,)+value.shape[1:])
        y=build(x)
        vs=tf.global_variables()
        tr=tf.trainable_variables()
        gr=[t for t in tf.gradients(tf.reduce_sum(tf.square(y)),tr+[x]) if t is not None]
        up=tf.get_collection(tf.GraphKeys.UPDATE_OPS); reg=tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)
        with tf.Session() as s:
            s.run(tf.global_variables_initializer())
            for i,v in enumerate(vs):
                shape=v.shape.as_list(); v.load(np.abs(np.random.RandomState(i).randn(*shape)).astype('f') if shape else 0.5, s)
            out=s.run([y]+gr+reg,{x:value})
            s.run(up,{x:value})
            return [(v.op.name,v in tr) for v in vs], out+s.run(vs), y.shape.as_list()
def check(name, a, b, value):
    try:
        na,oa,sa=run(a,value); nb,ob,sb=run(b,value)
    except Exception as e:
        print(name, '|', 'failed', type(e).__name__, str(e)[:300]); return
    oa=[getattr(o,"values",o) for o in oa]; ob=[getattr(o,"values",o) for o in ob]
    d=max(float(np.max(np.abs(p-q)/(np.abs(p).max()+1e-9))) if p.shape==q.shape else 9e9 for p,q in zip(oa,ob))
    same = na == nb and sa == sb and len(oa) == len(ob)
    print(name, '|', 'same names' if same else 'OTHER NAMES', '|', d)
L=C.layers
def both(name, value, *a, **k):
    h=k.pop('_h',name); n=k.pop('_label','')
    kk=dict(k)
    def fix(v): return v
    check(name+n, lambda x: getattr(L,name)(x,*a,**k), lambda x: ns[h](x,*a,**k), value)
both('fully_connected',x2,7)
both('fully_connected',x3,7,_label='3d',activation_fn=None,scope='fc')
check('fully_connected bn', lambda x:L.fully_connected(x,4,normalizer_fn=L.batch_norm,weights_regularizer=L.l2_regularizer(.1)), lambda x: ns['fully_connected'](x,4,normalizer_fn=ns['batch_norm'],weights_regularizer=ns['l2_regularizer'](.1)),x2)
check('l1l2', lambda x:L.fully_connected(x,4,weights_regularizer=L.l1_l2_regularizer(.1,.2)), lambda x: ns['fully_connected'](x,4,weights_regularizer=ns['l1_l2_regularizer'](.1,.2)),x2)
both('conv2d',x4,6,3); both('conv2d',x4,6,[3,2],2,'VALID',_label=' valid',activation_fn=tf.nn.elu); both('conv2d',x4,6,3,_label=' rate',rate=2)
both('conv2d_transpose',x4,6,3,2); both('conv2d_transpose',x4,6,[3,3],2,'VALID',_label=' valid')
both('max_pool2d',x4,2); both('avg_pool2d',x4,[2,2],1,'SAME')
both('batch_norm',x4); both('batch_norm',x2,_label=' 2'); both('batch_norm',x2,_label=' test',is_training=False); both('batch_norm',x4,_label=' full',decay=.9,scale=True,updates_collections=None,epsilon=1e-5); both('batch_norm',x4,_label=' nocenter',center=False,activation_fn=tf.nn.relu)
both('batch_norm',x3,_label=' 3d')
both("batch_norm",x3,_label=" 3d test",is_training=False)
check('bn tensor', lambda x:L.batch_norm(x,is_training=tf.constant(True)), lambda x:ns['batch_norm'](x,is_training=tf.constant(True)),x4)
check('bn tensorF', lambda x:L.batch_norm(x,is_training=tf.constant(False),updates_collections=None), lambda x:ns['batch_norm'](x,is_training=tf.constant(False),updates_collections=None),x4)
both('dropout',x2,1.0); both('dropout',x2,.5,_label=' off',is_training=False); both('flatten',x4); both('layer_norm',x2); both('layer_norm',x4,_label=' 4'); both('layer_norm',x4,_label=' axes',begin_norm_axis=-1,begin_params_axis=-1)
both('bias_add',x4); both('linear',x2,3,_h='linear_layer'); both('relu',x2,3,_h='relu_layer')
check('repeat',lambda x:L.repeat(x,2,L.fully_connected,5,scope='fc'),lambda x:ns['repeat'](x,2,ns['fully_connected'],5,scope='fc'),x2)
check('repeat noscope',lambda x:L.repeat(x,2,L.conv2d,5,3),lambda x:ns['repeat'](x,2,ns['conv2d'],5,3),x4)
check('stack',lambda x:L.stack(x,L.fully_connected,[4,5],scope='s'),lambda x:ns['stack'](x,ns['fully_connected'],[4,5],scope='s'),x2)
def two(f):
    def g(x):
        return f(f(x,5),5)
    return g
check('twice',two(L.fully_connected),two(ns['fully_connected']),x2)
def draws(i):
    with tf.Graph().as_default():
        tf.set_random_seed(5)
        with tf.Session() as s: return s.run(i([30,20],dtype=tf.float32))
for kw in (dict(),dict(uniform=True),dict(factor=1.,mode='FAN_AVG'),dict(factor=1.,mode='FAN_OUT',seed=3)):
    print('variance_scaling_initializer', sorted(kw.items()), '|', 'same names', '|', np.abs(draws(L.variance_scaling_initializer(**kw))-draws(ns['variance_scaling_initializer'](**kw))).max())
for kw in (dict(),dict(uniform=False),dict(seed=4)):
    print('xavier_initializer', sorted(kw.items()), '|', 'same names', '|', np.abs(draws(L.xavier_initializer(**kw))-draws(ns['xavier_initializer'](**kw))).max())
check('seq loss',lambda x:C.seq2seq.sequence_loss(tf.layers.dense(x,6),tf.ones([3,4],tf.int32),tf.ones([3,4])),lambda x:ns['sequence_loss'](tf.layers.dense(x,6),tf.ones([3,4],tf.int32),tf.ones([3,4])),x3)
def lg(f):
    def g(x):
        cell=tf.nn.rnn_cell.GRUCell(5); xs=tf.unstack(x,4,1)
        o,_=f[0](xs,cell.zero_state(tf.shape(x)[0],tf.float32),cell)
        return f[1](o,[tf.ones([3],tf.int32)]*4,[tf.ones([3])]*4)
    return g
S=C.legacy_seq2seq
check('rnn decoder',lg((S.rnn_decoder,S.sequence_loss)),lg((ns['rnn_decoder'],ns['legacy_sequence_loss'])),x3)
def basic(f):
    def g(x):
        xs=tf.unstack(x,4,1); o,_=f(xs,xs,tf.nn.rnn_cell.BasicLSTMCell(5)); return tf.stack(o)
    return g
check('basic',basic(S.basic_rnn_seq2seq),basic(ns['basic_rnn_seq2seq']),x3)
def scoped(M,A):
    def g(x):
        with A([M('conv2d'),M('fully_connected')],activation_fn=tf.nn.tanh,weights_regularizer=M('l2_regularizer')(.1)):
            with A([M('conv2d')],padding='VALID'):
                y=M('conv2d')(x,5,3,scope='c1')
            y=M('flatten')(M('conv2d')(y,5,3))
            return M('fully_connected')(y,3,activation_fn=None)
    return g
deco=ns['add_arg_scope']
N={k:(deco(v) if k in ('conv2d','fully_connected','flatten') else v) for k,v in ns.items() if callable(v)}
check('arg_scope',scoped(lambda n:getattr(C.slim,n),C.slim.arg_scope),scoped(lambda n:N[n],ns['arg_scope']),x4)
check('embed',lambda x:L.embed_sequence(tf.cast(tf.abs(x),tf.int32),10,4),lambda x:ns['embed_sequence'](tf.cast(tf.abs(x),tf.int32),10,4),x2)
def los(f, order):
    def g(x):
        y=tf.layers.dense(x,3); lab=tf.one_hot([0,1,2,0,1,2],3)
        return f(y,lab) if order else f(lab,y)
    return g
for n,a in (('softmax_cross_entropy',1),('sigmoid_cross_entropy',1),('mean_squared_error',1),('absolute_difference',1)):
    check(n,los(getattr(C.losses,n),1),los(getattr(tf.losses,n),0),x2)
check('accuracy',lambda x:tf.layers.dense(x,1)*C.metrics.accuracy(tf.argmax(x,1),tf.zeros([6],tf.int64)),lambda x:tf.layers.dense(x,1)*ns['accuracy'](tf.argmax(x,1),tf.zeros([6],tf.int64)),x2)
check('alpha_dropout',lambda x:C.nn.alpha_dropout(tf.layers.dense(x,3),.8,seed=3),lambda x:ns['alpha_dropout'](tf.layers.dense(x,3),.8,seed=3),x2)

texts=["A small word, and ANOTHER small one","camelCase don't stop-here 42","a small one"]
for least in (0,1):
    vp=C.learn.preprocessing.VocabularyProcessor(5,least); vh=ns['VocabularyProcessor'](5,least)
    a=np.array(list(vp.fit_transform(texts))+list(vp.transform(["new small words, Another"]))); b=np.array(list(vh.fit_transform(texts))+list(vh.transform(["new small words, Another"])))
    print('VocabularyProcessor', '|', 'same names' if len(vp.vocabulary_)==len(vh.vocabulary_) and list(vp.reverse(a))==list(vh.reverse(b)) else 'OTHER NAMES', '|', float(np.abs(a-b).max()))
