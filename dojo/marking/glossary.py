"""Terms of the field, folded, that are concepts of their own: typed, they are never taken for a slip of another."""

from __future__ import annotations

_WORDS = """
accuracy adadelta adagrad adam adamax adamw albert alibi attention autodecoder autoencoder autoregressive bagging
batchnorm beamsearch bert bertscore bias bidirectional bigram bigrams bleu bleurt boosting bottleneck causal cbow
celu centroid chatglm chunk classification clipping cluster codebert collapse concave contrastive convex corpus
cosine coverage crossattention crossentropy decode decoder decoders decoding distilbert distillation dropconnect
dropout electra elmo embedding encode encoder encoders encoding entropy epoch exploding extrinsic fasttext
finetuning flashattention forgetgate gelu generation generator glove gpt gradient gradients grouping gru
hallucination hardmax hidden hinge inference information inputgate instancenorm inter interpolation intra intrinsic
kernel lasso layernorm leakyrelu lemma lemmatization likelihood logic logit logits lora loss lstm macro macroaverage
macrof1 margin masked masking maxpooling meanpooling memory micro microaverage microf1 minmax minpooling momentum
multihead multinomial nadam norm normalization outputgate overfit overfitting padding parameter perceptron
perplexity policy pooling posterior postnorm posttraining precision prefix prelu prenorm pretrain pretrained
pretraining prior prompt pruning qlora quantization query recall regression regularization relu reranker reranking
resetgate retrain retrained retraining retrieval retriever reward ridge rmsnorm rmsprop rnn roberta rouge sampling
selfattention selu sentencepiece seq2seq sgd sigmoid silu skipgram softmax softmin softplus sparse sparsemax
stemming stride subsampling suffix swish tanh temperature token tokenization tokenizer tokens training transformer
trigram underfit underfitting unidirectional unigram unigrams updategate upsampling validation value vanishing
variance vector weight weights whitening word2vec wordpiece
"""
TERMS = frozenset(_WORDS.split())
